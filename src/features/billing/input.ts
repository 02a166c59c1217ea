/** What comes in from outside. Strict: a client that sends a price, or credits besides a pack, is refused, not ignored. */
import { z } from 'zod';
import { CUSTOM, PACK_IDS } from './price-list';

const pack = z.enum(PACK_IDS, { error: 'Choose one of the packs: starter, professional or enterprise.' });

const RANGE = `Enter a whole number from ${CUSTOM.min} to ${CUSTOM.max.toLocaleString('en-US')}.`;
const credits = z.number({ error: RANGE }).int(RANGE).min(CUSTOM.min, RANGE).max(CUSTOM.max, RANGE);

/** A pack or a number of credits: exactly one of them, see `oneChoice`. */
const choice = { pack: pack.optional(), credits: credits.optional() };

const oneChoice = {
  check: (chosen: { pack?: unknown; credits?: unknown }) =>
    (chosen.pack === undefined) !== (chosen.credits === undefined),
  as: { path: ['pack'], message: 'Choose either one of the packs or a number of credits.' },
};

export const idempotencyKey = z.string().trim().min(1).max(200);
export const objectId = z.string().min(1).max(100);

export const checkoutInput = z
  .strictObject({ ...choice, idempotencyKey })
  .refine(oneChoice.check, oneChoice.as);

export const checkoutBody = z
  .strictObject({ teamId: objectId, ...choice })
  .refine(oneChoice.check, oneChoice.as);

export const paymentsQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  status: z.enum(['pending', 'paid', 'failed', 'expired', 'cancelled', 'parked']).optional(),
});

export type CheckoutInput = z.input<typeof checkoutInput>;
