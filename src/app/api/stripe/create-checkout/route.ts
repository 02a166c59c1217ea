import { idempotencyKey, userRoute } from '@/auth/route';
import { requireTeam } from '@/auth/session';
import { createCheckout } from '@/features/billing/create-checkout';
import { checkoutBody } from '@/features/billing/input';
import { siteAddress } from '@/features/billing/site-address';

/** Opens the payment page for a pack or a number of credits. The price is the server's; a body that names one is refused. */
export const POST = userRoute({ body: checkoutBody, limit: 'checkout' }, async ({ request, user, body }) => {
  const { teamId, ...choice } = body;
  const ctx = await requireTeam(user, teamId);
  const input = { ...choice, idempotencyKey: idempotencyKey(request) };
  return createCheckout(ctx, input, siteAddress(request.headers));
});
