/** Another plan in the middle of a period: what is unused is credited, what is left is charged. */
import type { z } from 'zod';
import { declineOf } from './cards';
import { nameOf, priceOf } from './catalog';
import { seconds } from './events';
import { badRequest, cardFault } from './faults';
import { addInvoiceItem } from './invoice-items';
import type { Price } from './objects/catalog';
import type { Invoice } from './objects/invoices';
import type { Subscription, SubscriptionItem } from './objects/subscriptions';
import { defaultCard } from './payment-methods';
import { periodEnd } from './periods';
import type { Store } from './store';
import type { subscriptionItems } from './subscription-params';
import { draftInvoice, everyOf, newItem } from './subscriptions';

export type ItemChanges = z.infer<typeof subscriptionItems>;

type Change = {
  items: ItemChanges;
  proration: 'none' | 'create_prorations' | 'always_invoice';
  /** Seconds; when the new plan begins to count. */
  at: number;
  /** Begins a new period now. */
  restart: boolean;
};

/**
 * Changes the items and answers the invoice that is to be paid now, if any. Everything else that comes of it waits as invoice
 * items for the next one.
 */
export function changeItems(
  store: Store,
  subscription: Subscription,
  change: Change,
  now: Date,
): Invoice | null {
  const before = subscription.items.data;
  const after = applyItems(store, subscription, change.items, now);
  const restart = change.restart || intervalOf(before) !== intervalOf(after);
  if (change.proration !== 'none') {
    for (const old of before) {
      const same = after.find((item) => item.id === old.id);
      const unchanged = same && same.price.id === old.price.id && same.quantity === old.quantity;
      if (unchanged && !restart) continue;
      prorate(store, old, 'Unused time on', -1, change.at, now);
      if (same && !restart) prorate(store, same, 'Remaining time on', 1, change.at, now);
    }
    for (const item of after) {
      const added = !before.some((old) => old.id === item.id);
      if (added && !restart) prorate(store, item, 'Remaining time on', 1, change.at, now);
    }
  }
  subscription.items.data = after;
  if (restart) {
    const start = seconds(now);
    subscription.billing_cycle_anchor = start;
    for (const item of after) {
      item.current_period_start = start;
      item.current_period_end = periodEnd(start, start, everyOf(item.price));
    }
    return draftInvoice(store, subscription, 'subscription_update', {}, now);
  }
  if (change.proration !== 'always_invoice') return null;
  return draftInvoice(store, subscription, 'subscription_update', { cycle: false }, now);
}

/** Gives back what is left of the running period, as an item of the next invoice. */
export function creditUnused(store: Store, subscription: Subscription, now: Date): void {
  for (const item of subscription.items.data) prorate(store, item, 'Unused time on', -1, seconds(now), now);
}

/** Throws Stripe's 400 for a card that is not this customer's. */
export function requireOwnCard(store: Store, customer: string, card: string | null | undefined): void {
  if (!card || store.paymentMethods[card]?.customer === customer) return;
  throw badRequest(`The customer does not have a payment method with the ID ${card}.`, {
    code: 'resource_missing',
    param: 'default_payment_method',
  });
}

/** Throws the 402 that the change would end with, before anything is changed. */
export function requirePayable(store: Store, subscription: Subscription, invoice: Invoice): void {
  if (invoice.amount_due === 0) return;
  const method = defaultCard(store, subscription.customer, subscription.default_payment_method);
  const decline = method
    ? declineOf(method._number, { present: false }, method._confirmed)
    : {
        code: 'missing_payment_method',
        message: 'This customer has no attached payment source or default payment method.',
      };
  if (decline) throw cardFault(decline);
}

function applyItems(
  store: Store,
  subscription: Subscription,
  changes: ItemChanges,
  now: Date,
): SubscriptionItem[] {
  const items = subscription.items.data.map((item) => ({ ...item }));
  const gone = new Set<string>();
  for (const wanted of changes) {
    const item = items.find(({ id }) => id === wanted.id);
    if (wanted.id && !item) {
      throw badRequest(`No such subscription item: '${wanted.id}'`, {
        code: 'resource_missing',
        param: 'items',
      });
    }
    const price = wanted.price || wanted.price_data ? requireRecurring(priceOf(store, wanted, now)) : null;
    if (!item) {
      if (!price) throw badRequest('An item needs a price.', { param: 'items' });
      const { start } = boundsOf(subscription);
      items.push(
        newItem(subscription.id, price, wanted.quantity ?? 1, subscription.billing_cycle_anchor, start),
      );
    } else if (wanted.deleted) gone.add(item.id);
    else {
      item.price = price ?? item.price;
      item.quantity = wanted.quantity ?? item.quantity;
    }
  }
  const left = items.filter((item) => !gone.has(item.id));
  if (left.length === 0)
    throw badRequest('A subscription must have at least one active plan.', { param: 'items' });
  return left;
}

export function requireRecurring(price: Price): Price {
  if (!price.recurring) {
    throw badRequest(
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
      { param: 'items' },
    );
  }
  return price;
}

function boundsOf(subscription: Subscription): { start: number } {
  return { start: subscription.items.data[0]?.current_period_start ?? subscription.billing_cycle_anchor };
}

function intervalOf(items: SubscriptionItem[]): string {
  const recurring = items[0]?.price.recurring;
  return `${recurring?.interval_count} ${recurring?.interval}`;
}

/** A part of a period as an invoice item, in whole cents. */
function prorate(
  store: Store,
  item: SubscriptionItem,
  words: string,
  sign: 1 | -1,
  at: number,
  now: Date,
): void {
  const { current_period_start: start, current_period_end: end, price, quantity } = item;
  const from = Math.min(Math.max(at, start), end);
  const amount = sign * Math.round((price.unit_amount * quantity * (end - from)) / (end - start));
  if (amount === 0) return;
  const day = new Date(from * 1000).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  addInvoiceItem(
    store,
    {
      customer: store.subscriptions[item.subscription]?.customer ?? '',
      amount,
      currency: price.currency,
      description: `${words} ${nameOf(store, price)} after ${day}`,
      price,
      quantity,
      period: { start: from, end },
      prorated: { subscription: item.subscription, item: item.id },
    },
    now,
  );
}
