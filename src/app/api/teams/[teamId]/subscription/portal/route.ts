import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/plans';
import { openPortal } from '@/features/billing/plans/open-portal';
import { siteAddress } from '@/features/billing/site-address';

/** The address of Stripe's page for cards and invoices. */
export const POST = teamRoute(contract.openBillingPortal, ({ ctx, body, request }) =>
  openPortal(ctx, { returnTo: siteAddress(request.headers), flow: body.flow }),
);
