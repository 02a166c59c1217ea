/** What comes in from outside. Strict: a client that sends a price or credits is refused, not ignored. */
import { z } from 'zod';
import { PACK_IDS } from './price-list';

const pack = z.enum(PACK_IDS, { error: 'Choose one of the packs: starter, professional or enterprise.' });

export const checkoutInput = z.strictObject({ pack, idempotencyKey: z.string().trim().min(1).max(200) });

export const checkoutBody = z.strictObject({ teamId: z.string().min(1).max(100), pack });

export const paymentsQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export type CheckoutInput = z.input<typeof checkoutInput>;
