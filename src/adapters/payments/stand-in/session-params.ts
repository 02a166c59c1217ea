import { z } from 'zod';
import { productData, recurring } from './catalog';
import {
  amount,
  currency,
  customFields,
  expand,
  flag,
  id,
  language,
  metadata,
  moments,
  page,
  positive,
  text,
  url,
} from './params';

const lineItem = z.strictObject({
  quantity: positive,
  price: id.optional(),
  price_data: z
    .strictObject({
      currency,
      unit_amount: amount,
      product: id.optional(),
      product_data: productData.optional(),
      recurring: recurring.optional(),
    })
    .optional(),
});

const described = z.strictObject({ metadata: metadata.optional(), description: text.optional() }).optional();

export const sessionParams = z.strictObject({
  mode: z.enum(['payment', 'subscription', 'setup']),
  line_items: z.array(lineItem).min(1).max(100).optional(),
  success_url: url,
  cancel_url: url.optional(),
  customer: id.optional(),
  customer_email: z.email().optional(),
  customer_creation: z.enum(['always', 'if_required']).optional(),
  customer_update: z
    .strictObject({
      address: z.enum(['auto', 'never']).optional(),
      name: z.enum(['auto', 'never']).optional(),
      shipping: z.enum(['auto', 'never']).optional(),
    })
    .optional(),
  client_reference_id: z.string().max(200).optional(),
  currency: currency.optional(),
  metadata: metadata.optional(),
  payment_method_types: z.array(z.literal('card')).optional(),
  payment_method_collection: z.enum(['always', 'if_required']).optional(),
  payment_intent_data: z
    .strictObject({
      metadata: metadata.optional(),
      description: text.optional(),
      setup_future_usage: z.enum(['on_session', 'off_session']).optional(),
    })
    .optional(),
  subscription_data: described,
  setup_intent_data: described,
  invoice_creation: z
    .strictObject({
      enabled: flag,
      invoice_data: z
        .strictObject({
          custom_fields: customFields.optional(),
          description: text.optional(),
          footer: text.optional(),
          metadata: metadata.optional(),
        })
        .optional(),
    })
    .optional(),
  allow_promotion_codes: flag.optional(),
  discounts: z
    .array(z.strictObject({ coupon: id.optional(), promotion_code: id.optional() }))
    .max(1)
    .optional(),
  billing_address_collection: z.enum(['auto', 'required']).optional(),
  tax_id_collection: z.strictObject({ enabled: flag }).optional(),
  saved_payment_method_options: z
    .strictObject({ payment_method_save: z.enum(['enabled', 'disabled']).optional() })
    .optional(),
  expires_at: positive.optional(),
  locale: language.optional(),
  expand,
});

export const sessionListParams = z.strictObject({
  payment_intent: id.optional(),
  subscription: id.optional(),
  customer: id.optional(),
  status: z.enum(['open', 'complete', 'expired']).optional(),
  created: moments,
  ...page,
});

export type SessionParams = z.infer<typeof sessionParams>;
