/** What the buttons of the local Stripe's pages send, also scripts. */
import { z } from 'zod';

const id = z.string().max(100);
const short = z.string().max(100);
const amount = z.number().int().positive().optional();
const bank = z.literal(true);
/** What the card's owner told the bank. */
const confirm = z.strictObject({ confirm: z.boolean() });
const card = { number: z.string().max(30), expiry: z.string().max(10), cvc: z.string().max(4) };

const buyer = z.strictObject({
  name: short.optional(),
  line1: short.optional(),
  city: short.optional(),
  postalCode: short.optional(),
  country: short.optional(),
  taxIdType: short.optional(),
  taxId: short.optional(),
});

const order = { promotionCode: z.string().max(50).optional(), buyer: buyer.optional() };

export const checkoutPress = z.union([
  z.strictObject({ bank, ...order }),
  confirm,
  /** Puts a promotion code on, or takes it off (an empty one). */
  z.strictObject({ code: z.string().max(50) }),
  z.strictObject({
    number: card.number.default(''),
    expiry: card.expiry.default(''),
    cvc: card.cvc.default(''),
    savedCard: short.optional(),
    ...order,
  }),
]);

export type CheckoutPress = z.infer<typeof checkoutPress>;

export const invoicePress = z.union([z.strictObject({ bank }), confirm, z.strictObject(card)]);

export const portalPress = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('add-card'), ...card }),
  z.strictObject({ action: z.literal('default-card'), card: id }),
  z.strictObject({ action: z.literal('remove-card'), card: id }),
  z.strictObject({ action: z.literal('cancel'), subscription: id }),
  z.strictObject({ action: z.literal('resume'), subscription: id }),
]);
export type PortalPress = z.infer<typeof portalPress>;

export const controlPress = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('refund'), charge: id, amount, pending: z.boolean().optional() }),
  z.strictObject({ action: z.literal('complete-refund'), refund: id }),
  z.strictObject({ action: z.literal('fail-refund'), refund: id }),
  z.strictObject({ action: z.literal('open-dispute'), charge: id, amount, inquiry: z.boolean().optional() }),
  z.strictObject({
    action: z.literal('close-dispute'),
    dispute: id,
    outcome: z.enum(['won', 'lost', 'closed']),
  }),
  z.strictObject({ action: z.literal('escalate-dispute'), dispute: id }),
  z.strictObject({ action: z.literal('move-clock'), days: z.number().int().min(1).max(400) }),
  z.strictObject({ action: z.literal('next-renewal') }),
  z.strictObject({ action: z.literal('settle-bank'), session: id, arrived: z.boolean() }),
  z.strictObject({ action: z.literal('invoice-arrives'), invoice: id }),
  z.strictObject({ action: z.literal('webhooks'), on: z.boolean() }),
  z.strictObject({
    action: z.literal('fail'),
    how: z.enum(['rate-limited', 'broken', 'reset', 'silent']),
    path: z.string().startsWith('/v1/').max(100).optional(),
    times: z.number().int().min(1).max(1000).optional(),
    done: z.boolean().optional(),
  }),
  z.strictObject({ action: z.literal('stop-failing') }),
]);
export type ControlPress = z.infer<typeof controlPress>;
