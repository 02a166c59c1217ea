/** What comes in from outside. Strict: a client that sends a price, or credits besides a pack, is refused, not ignored. */
import { z } from 'zod';
import { say } from '@/texts/current-texts';
import { textKey } from '@/texts/message-key';
import { CUSTOM, PACK_IDS, PLAN_IDS } from './price-list';

const pack = z.enum(PACK_IDS, { error: textKey('billing.input.pack') });

export const plan = z.enum(PLAN_IDS, { error: textKey('billing.input.plan') });

const range = { error: () => say('billing.input.range', CUSTOM) };
const credits = z.number(range).int(range).min(CUSTOM.min, range).max(CUSTOM.max, range);

/** A pack or a number of credits: exactly one of them, see `oneChoice`. */
const checkoutChoice = { pack: pack.optional(), credits: credits.optional() };

const oneChoice = {
  check: (chosen: { pack?: unknown; credits?: unknown }) =>
    (chosen.pack === undefined) !== (chosen.credits === undefined),
  as: { path: ['pack'], message: textKey('billing.input.oneChoice') },
};

export const idempotencyKey = z.string().trim().min(1).max(200);
export const objectId = z.string().min(1).max(100);

export const checkoutInput = z
  .strictObject({ ...checkoutChoice, idempotencyKey })
  .refine(oneChoice.check, oneChoice.as);

export const checkoutBody = z
  .strictObject({ teamId: objectId, ...checkoutChoice, plan: plan.optional() })
  .refine((body) => [body.pack, body.credits, body.plan].filter((one) => one !== undefined).length === 1, {
    path: ['pack'],
    message: textKey('billing.input.oneOfAll'),
  });

export const paymentsQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  status: z.enum(['pending', 'paid', 'failed', 'expired', 'cancelled', 'parked', 'closed']).optional(),
  format: z.enum(['json', 'csv']).optional(),
});

export const reportQuery = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, textKey('billing.input.month')),
});

const atMost = (count: number) => ({ error: () => say('billing.input.atMost', { count }) });

const refundFields = {
  /** Fewer than all that can be given back. */
  credits: z
    .number()
    .int(textKey('billing.input.wholeCredits'))
    .positive(textKey('billing.input.atLeastOne'))
    .max(1_000_000)
    .optional(),
  reason: z.string().trim().min(1, textKey('billing.input.why')).max(500, atMost(500)),
};
export const refundBody = z.strictObject(refundFields);
export const refundInput = z.strictObject({ ...refundFields, paymentId: objectId, idempotencyKey });

const invoiceFields = {
  ...checkoutChoice,
  poNumber: z.string().trim().min(1).max(100, atMost(100)).optional(),
};
export const invoiceOrderBody = z.strictObject(invoiceFields).refine(oneChoice.check, oneChoice.as);
export const invoiceOrderInput = z
  .strictObject({ ...invoiceFields, idempotencyKey })
  .refine(oneChoice.check, oneChoice.as);

export type CheckoutInput = z.input<typeof checkoutInput>;
