/** The buttons of the local Stripe's customer portal. Does not exist where payments are real. */
import { internalRoute } from '@/auth/route';
import { portalPress } from '@/features/local-stripe/input';
import { requireLocalStripe } from '@/features/local-stripe/open-local-stripe';
import { notFound } from '@/lib/errors';

export const POST = internalRoute({ body: portalPress }, async ({ request, params, body }) => {
  const { page, saved } = await requireLocalStripe(request);
  const sessionId = params.id ?? '';
  if (!page.findPortal(sessionId)) throw notFound('page');
  const result = page.pressPortal(sessionId, body);
  await saved();
  return result;
});
