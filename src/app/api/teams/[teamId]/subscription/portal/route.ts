import { teamRoute } from '@/auth/route';
import { openPortal } from '@/features/billing/plans/open-portal';
import { portalInput } from '@/features/billing/plans/plan-input';
import { siteAddress } from '@/features/billing/site-address';

/** The address of Stripe's page for cards and invoices. */
export const POST = teamRoute(
  { permission: 'billing:buy', body: portalInput, limit: 'checkout' },
  ({ ctx, body, request }) => openPortal(ctx, { returnTo: siteAddress(request.headers), flow: body.flow }),
);
