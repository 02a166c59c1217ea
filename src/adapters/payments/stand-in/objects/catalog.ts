import type Stripe from 'stripe';
import type { Kept } from './kept';

export type Product = Kept<
  Stripe.Product,
  | 'id'
  | 'object'
  | 'active'
  | 'created'
  | 'description'
  | 'images'
  | 'livemode'
  | 'marketing_features'
  | 'metadata'
  | 'name'
  | 'type'
  | 'unit_label'
  | 'updated'
  | 'url'
>;

export type Recurring = {
  interval: 'day' | 'week' | 'month' | 'year';
  interval_count: number;
  usage_type: 'licensed';
};

export type Price = Kept<
  Stripe.Price,
  | 'id'
  | 'object'
  | 'active'
  | 'billing_scheme'
  | 'created'
  | 'currency'
  | 'livemode'
  | 'lookup_key'
  | 'metadata'
  | 'nickname'
  | 'type'
> & { product: string; recurring: Recurring | null; unit_amount: number; unit_amount_decimal: string };

export type Coupon = Kept<
  Stripe.Coupon,
  | 'id'
  | 'object'
  | 'amount_off'
  | 'created'
  | 'currency'
  | 'duration'
  | 'duration_in_months'
  | 'livemode'
  | 'max_redemptions'
  | 'metadata'
  | 'name'
  | 'percent_off'
  | 'redeem_by'
  | 'times_redeemed'
  | 'valid'
>;

export type PromotionCode = Kept<
  Stripe.PromotionCode,
  | 'id'
  | 'object'
  | 'active'
  | 'code'
  | 'created'
  | 'expires_at'
  | 'livemode'
  | 'max_redemptions'
  | 'metadata'
  | 'times_redeemed',
  'customer'
> & { promotion: { type: 'coupon'; coupon: string } };

export type Discount = Kept<
  Stripe.Discount,
  'id' | 'object' | 'end' | 'start',
  'checkout_session' | 'customer' | 'invoice' | 'promotion_code' | 'subscription'
> & { source: { type: 'coupon'; coupon: string } };
