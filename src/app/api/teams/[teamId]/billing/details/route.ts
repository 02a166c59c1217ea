import { teamRoute } from '@/auth/route';
import { billingDetailsInput } from '@/features/billing/invoices/billing-details-input';
import { getBillingDetails } from '@/features/billing/invoices/billing-details-queries';
import { saveBillingDetails } from '@/features/billing/invoices/save-billing-details';

/** What the team's invoices say about it. */
export const GET = teamRoute({ permission: 'billing:read' }, ({ ctx }) => getBillingDetails(ctx));

export const PUT = teamRoute(
  { permission: 'billing:buy', body: billingDetailsInput, limit: 'write' },
  ({ ctx, body }) => saveBillingDetails(ctx, body),
);
