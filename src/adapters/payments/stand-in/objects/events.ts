import type Stripe from 'stripe';
import type { Kept } from './kept';

export type StoredEvent = Kept<
  Stripe.Event,
  'id' | 'object' | 'api_version' | 'created' | 'livemode' | 'pending_webhooks'
> & {
  type: string;
  data: { object: object; previous_attributes?: object };
  request: { id: string | null; idempotency_key: string | null };
  /** Seconds; its first try, which nobody took. */
  _first_try?: number;
  /** Three days went by without an answer: it is not sent any more and stays undelivered. */
  _given_up?: boolean;
};
