/** The pay button of the local stand-in's page, also for scripts. Does not exist where payments are real. */
import { z } from 'zod';
import { localStripe, usesLocalStripe } from '@/adapters/payments/stand-in/process';
import { publicRoute } from '@/auth/route';
import { notFound } from '@/lib/errors';

const body = z.strictObject({
  number: z.string().max(30),
  expiry: z.string().max(10),
  cvc: z.string().max(4),
  promotionCode: z.string().max(50).optional(),
});

export const POST = publicRoute({ body }, async ({ params, body }) => {
  const sessionId = params.sessionId ?? '';
  if (!usesLocalStripe()) throw notFound('Page');
  const { page, saved } = await localStripe();
  if (!page.find(sessionId)) throw notFound('Payment');
  const result = page.pay(sessionId, body);
  await saved();
  return result;
});
