/** The pay buttons of the local Stripe's payment page, also for scripts. Does not exist where payments are real. */
import { internalRoute } from '@/auth/route';
import { checkoutPress } from '@/features/local-stripe/input';
import { requireLocalStripe } from '@/features/local-stripe/open-local-stripe';
import { pressCheckout } from '@/features/local-stripe/press-checkout';
import { notFound } from '@/lib/errors';

export const POST = internalRoute({ body: checkoutPress }, async ({ request, params, body }) => {
  const standIn = await requireLocalStripe(request);
  const sessionId = params.sessionId ?? '';
  if (!standIn.page.find(sessionId)) throw notFound('payment');
  const result = pressCheckout(standIn, sessionId, body);
  await standIn.saved();
  return result;
});
