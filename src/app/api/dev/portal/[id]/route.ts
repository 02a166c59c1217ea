/** The buttons of the local Stripe's customer portal. Does not exist where payments are real. */
import { z } from 'zod';
import { publicRoute } from '@/auth/route';
import { requireLocalStripe } from '@/features/billing/local-stripe';
import { notFound } from '@/lib/errors';

const id = z.string().max(100);

const body = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('add-card'),
    number: z.string().max(30),
    expiry: z.string().max(10),
    cvc: z.string().max(4),
  }),
  z.strictObject({ action: z.literal('default-card'), card: id }),
  z.strictObject({ action: z.literal('remove-card'), card: id }),
  z.strictObject({ action: z.literal('cancel'), subscription: id }),
  z.strictObject({ action: z.literal('resume'), subscription: id }),
]);

export const POST = publicRoute({ body }, async ({ request, params, body }) => {
  const { page, saved } = await requireLocalStripe(request);
  const sessionId = params.id ?? '';
  if (!page.findPortal(sessionId)) throw notFound('Page');
  const result = page.pressPortal(sessionId, body);
  await saved();
  return result;
});
