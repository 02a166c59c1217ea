import Stripe from 'stripe';
import { HIDDEN_FIELDS, type StoredEvent } from './objects';
import { type Store, stripeId } from './store';

/** What happened, as the object was at that moment. `delivery.ts` sends it to the app. */
export function record(store: Store, type: string, object: object, now: Date): void {
  const snapshot = structuredClone(object) as Record<string, unknown>;
  for (const name of HIDDEN_FIELDS) delete snapshot[name];
  const event: StoredEvent = {
    id: stripeId('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: seconds(now),
    livemode: false,
    pending_webhooks: 1,
    type,
    data: { object: snapshot },
    request: { id: null, idempotency_key: null },
  };
  store.events.push(event);
}

export function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
