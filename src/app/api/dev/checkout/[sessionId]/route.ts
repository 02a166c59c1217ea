/** The pay buttons of the local Stripe's payment page, also for scripts. Does not exist where payments are real. */
import { publicRoute } from '@/auth/route';
import { checkoutPress } from '@/features/local-stripe/input';
import { requireLocalStripe } from '@/features/local-stripe/open-local-stripe';
import { notFound } from '@/lib/errors';

export const POST = publicRoute({ body: checkoutPress }, async ({ request, params, body }) => {
  const { page, saved } = await requireLocalStripe(request);
  const sessionId = params.sessionId ?? '';
  if (!page.find(sessionId)) throw notFound('Payment');
  const result = 'bank' in body ? page.payByBank(sessionId) : page.pay(sessionId, body);
  await saved();
  return result;
});
