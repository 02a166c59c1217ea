/** The pay buttons of the local stand-in's page, also for scripts. Does not exist where payments are real. */
import { z } from 'zod';
import { publicRoute } from '@/auth/route';
import { requireLocalStripe } from '@/features/billing/local-stripe';
import { notFound } from '@/lib/errors';

const short = z.string().max(100);

const body = z.union([
  z.strictObject({ bank: z.literal(true) }),
  z.strictObject({
    number: z.string().max(30).default(''),
    expiry: z.string().max(10).default(''),
    cvc: z.string().max(4).default(''),
    promotionCode: z.string().max(50).optional(),
    savedCard: short.optional(),
    buyer: z
      .strictObject({
        name: short.optional(),
        line1: short.optional(),
        city: short.optional(),
        postalCode: short.optional(),
        country: short.optional(),
        taxIdType: short.optional(),
        taxId: short.optional(),
      })
      .optional(),
  }),
]);

export const POST = publicRoute({ body }, async ({ request, params, body }) => {
  const { page, saved } = await requireLocalStripe(request);
  const sessionId = params.sessionId ?? '';
  if (!page.find(sessionId)) throw notFound('Payment');
  const result = 'bank' in body ? page.payByBank(sessionId) : page.pay(sessionId, body);
  await saved();
  return result;
});
