/** What comes in from outside. Strict: a client that sends a price, or credits besides a pack, is refused, not ignored. */
import { z } from 'zod';
import { groupDigits } from '@/lib/money';
import { CUSTOM, PACK_IDS, PLAN_IDS } from './price-list';

const pack = z.enum(PACK_IDS, { error: 'Choose one of the packs: starter, professional or enterprise.' });

export const plan = z.enum(PLAN_IDS, { error: 'Choose one of the plans: plus or pro.' });

const RANGE = `Enter a whole number from ${CUSTOM.min} to ${groupDigits(CUSTOM.max)}.`;
const credits = z.number({ error: RANGE }).int(RANGE).min(CUSTOM.min, RANGE).max(CUSTOM.max, RANGE);

/** A pack or a number of credits: exactly one of them, see `oneChoice`. */
const checkoutChoice = { pack: pack.optional(), credits: credits.optional() };

const oneChoice = {
  check: (chosen: { pack?: unknown; credits?: unknown }) =>
    (chosen.pack === undefined) !== (chosen.credits === undefined),
  as: { path: ['pack'], message: 'Choose either one of the packs or a number of credits.' },
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
    message: 'Choose either one of the packs, a number of credits, or one of the plans.',
  });

export const paymentsQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  status: z.enum(['pending', 'paid', 'failed', 'expired', 'cancelled', 'parked', 'closed']).optional(),
  format: z.enum(['json', 'csv']).optional(),
});

export const reportQuery = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Name a month like 2026-11.'),
});

const refundFields = {
  /** Fewer than all that can be given back. */
  credits: z
    .number()
    .int('Credits are whole numbers.')
    .positive('Enter at least 1.')
    .max(1_000_000)
    .optional(),
  reason: z.string().trim().min(1, 'Say why, in a few words.').max(500, 'At most 500 characters.'),
};
export const refundBody = z.strictObject(refundFields);
export const refundInput = z.strictObject({ ...refundFields, paymentId: objectId, idempotencyKey });

const invoiceFields = {
  ...checkoutChoice,
  poNumber: z.string().trim().min(1).max(100, 'At most 100 characters.').optional(),
};
export const invoiceOrderBody = z.strictObject(invoiceFields).refine(oneChoice.check, oneChoice.as);
export const invoiceOrderInput = z
  .strictObject({ ...invoiceFields, idempotencyKey })
  .refine(oneChoice.check, oneChoice.as);

export type CheckoutInput = z.input<typeof checkoutInput>;
