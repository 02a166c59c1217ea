import Stripe from 'stripe';
import type { StoredEvent } from './objects/events';
import { shown } from './render';
import { type Store, stripeId } from './store';

/** What happened, as the object was at that moment. `delivery.ts` sends it to the app. */
export function record(store: Store, type: string, object: object, now: Date, previous?: object): void {
  const event: StoredEvent = {
    id: stripeId('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: seconds(now),
    livemode: false,
    pending_webhooks: 1,
    type,
    data: { object: shown(store, object), ...(previous ? { previous_attributes: previous } : {}) },
    request: { id: null, idempotency_key: null },
  };
  store.events.push(event);
}

export function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** The old values of what is different now, as events carry them. */
export function changed(before: object, after: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(before).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify((after as Record<string, unknown>)[name]),
    ),
  );
}
