import type Stripe from 'stripe';
import type { Price } from './catalog';
import type { Kept, List } from './kept';

export type SubscriptionItem = Kept<
  Stripe.SubscriptionItem,
  'id' | 'object' | 'created' | 'current_period_end' | 'current_period_start' | 'metadata'
> & { discounts: string[]; price: Price; quantity: number; subscription: string; tax_rates: [] };

export type Subscription = Kept<
  Stripe.Subscription,
  | 'id'
  | 'object'
  | 'billing_cycle_anchor'
  | 'cancel_at'
  | 'cancel_at_period_end'
  | 'canceled_at'
  | 'collection_method'
  | 'created'
  | 'currency'
  | 'days_until_due'
  | 'description'
  | 'ended_at'
  | 'livemode'
  | 'metadata'
  | 'start_date'
  | 'status'
  | 'trial_end'
  | 'trial_start',
  'default_payment_method' | 'latest_invoice' | 'pending_setup_intent' | 'schedule'
> & {
  billing_mode: { type: 'classic' };
  cancellation_details: { comment: string | null; feedback: string | null; reason: string | null };
  customer: string;
  discounts: string[];
  items: List<SubscriptionItem>;
  pause_collection: null;
  pending_update: null;
};

/** Ended for good: nothing brings it back, whatever is still paid or declined. */
export function hasEnded({ status }: Pick<Subscription, 'status'>): boolean {
  return status === 'canceled' || status === 'incomplete_expired';
}
