import { organizationRoute, teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/billing';
import { getBillingDetails } from '@/features/billing/invoices/billing-details-queries';
import { saveBillingDetails } from '@/features/billing/invoices/save-billing-details';

/** What the team's invoices say about it. */
export const GET = organizationRoute(contract.getBillingDetails, ({ ctx }) => getBillingDetails(ctx));

export const PUT = teamRoute(contract.saveBillingDetails, ({ ctx, body }) => saveBillingDetails(ctx, body));
