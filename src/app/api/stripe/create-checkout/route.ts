import { idempotencyKey, userRoute } from '@/auth/route';
import { requireTeam } from '@/auth/session';
import * as contract from '@/contract/routes/billing';
import { env } from '@/env';
import { createCheckout } from '@/features/billing/checkout/create-checkout';
import { createPlanCheckout } from '@/features/billing/plans/create-plan-checkout';
import { siteAddress } from '@/features/billing/site-address';

/** Opens the payment page for a pack, a number of credits or a plan. The price is the server's; a body that names one is refused. */
export const POST = userRoute(contract.createCheckout, async ({ request, user, body }) => {
  const { teamId, plan, ...choice } = body;
  const ctx = await requireTeam(user, teamId);
  const key = idempotencyKey(request);
  const returnTo = siteAddress(request.headers);
  if (plan) {
    const scope = { returnTo, now: new Date(), appUrl: env().appUrl };
    return createPlanCheckout(ctx, { plan, idempotencyKey: key }, scope);
  }
  return createCheckout(ctx, { ...choice, idempotencyKey: key }, returnTo);
});
