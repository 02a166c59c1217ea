import { z } from 'zod';
import { priceData } from './catalog';
import { emptyable, expand, flag, id, integer, metadata, moments, page, positive, text } from './params';

export const subscriptionItems = z.array(
  z.strictObject({
    id: id.optional(),
    price: id.optional(),
    price_data: priceData.optional(),
    quantity: positive.optional(),
    deleted: flag.optional(),
    metadata: metadata.optional(),
  }),
);

const cancellationDetails = z
  .strictObject({ comment: emptyable(text).optional(), feedback: emptyable(z.string()).optional() })
  .optional();

const proration = z.enum(['none', 'create_prorations', 'always_invoice']);

export const createParams = z.strictObject({
  customer: id,
  items: z
    .array(
      z.strictObject({
        price: id.optional(),
        price_data: priceData.optional(),
        quantity: positive.optional(),
        metadata: metadata.optional(),
      }),
    )
    .min(1),
  payment_behavior: z.enum(['allow_incomplete', 'default_incomplete', 'error_if_incomplete']).optional(),
  collection_method: z.enum(['charge_automatically', 'send_invoice']).optional(),
  days_until_due: positive.optional(),
  default_payment_method: id.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  off_session: flag.optional(),
  expand,
});

export const updateParams = z.strictObject({
  items: subscriptionItems.optional(),
  proration_behavior: proration.optional(),
  proration_date: integer.optional(),
  billing_cycle_anchor: z.enum(['now', 'unchanged']).optional(),
  payment_behavior: z.enum(['allow_incomplete', 'error_if_incomplete']).optional(),
  off_session: flag.optional(),
  cancel_at_period_end: flag.optional(),
  cancel_at: emptyable(integer).optional(),
  cancellation_details: cancellationDetails,
  default_payment_method: emptyable(id).optional(),
  description: emptyable(text).optional(),
  metadata: metadata.optional(),
  expand,
});

export const cancelParams = z.strictObject({
  cancellation_details: cancellationDetails,
  invoice_now: flag.optional(),
  prorate: flag.optional(),
  expand,
});

export const listParams = z.strictObject({
  customer: id.optional(),
  price: id.optional(),
  status: z
    .enum(['active', 'past_due', 'canceled', 'incomplete', 'incomplete_expired', 'ended', 'all'])
    .optional(),
  collection_method: z.enum(['charge_automatically', 'send_invoice']).optional(),
  created: moments,
  current_period_end: moments,
  current_period_start: moments,
  ...page,
});

export const previewParams = z.strictObject({
  customer: id.optional(),
  subscription: id.optional(),
  subscription_details: z
    .strictObject({
      items: subscriptionItems.optional(),
      proration_behavior: proration.optional(),
      proration_date: integer.optional(),
      billing_cycle_anchor: z.enum(['now', 'unchanged']).optional(),
      cancel_at_period_end: flag.optional(),
    })
    .optional(),
  expand,
});

export type SubscriptionUpdate = z.infer<typeof updateParams>;
