/** The life of a subscription: begun, billed period by period, unpaid for a while, ended. */
import type { Decline, Presence } from './cards';
import { changed, record, seconds } from './events';
import { cycleLine, itemLine } from './invoice-lines';
import { chargeInvoice, markPaid } from './invoice-payments';
import { addInvoice, finalizeInvoice } from './invoices';
import type { Price } from './objects/catalog';
import type { Invoice, InvoiceItem } from './objects/invoices';
import { listIn, type Metadata } from './objects/kept';
import { hasEnded, type Subscription, type SubscriptionItem } from './objects/subscriptions';
import { defaultCard } from './payment-methods';
import { periodEnd } from './periods';
import { shown } from './render';
import { type Store, stripeId } from './store';
import { copyOf } from './undo';

const DAY = 86_400;
/** Days from one failed try to the next. Source: Stripe's retry schedule for subscriptions. */
export const RETRY_AFTER_DAYS = [3, 5, 7];

export type NewSubscription = {
  customer: string;
  items: { price: Price; quantity: number }[];
  metadata: Metadata;
  description: string | null;
  defaultPaymentMethod: string | null;
};

/** A subscription whose first period has begun; `firstInvoice` bills it. */
export function addSubscription(store: Store, wanted: NewSubscription, now: Date): Subscription {
  const id = stripeId('sub');
  const start = seconds(now);
  const subscription: Subscription = {
    id,
    object: 'subscription',
    billing_cycle_anchor: start,
    billing_mode: { type: 'classic' },
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, reason: null },
    collection_method: 'charge_automatically',
    created: start,
    currency: wanted.items[0]?.price.currency ?? 'usd',
    customer: wanted.customer,
    days_until_due: null,
    default_payment_method: wanted.defaultPaymentMethod,
    description: wanted.description,
    discounts: [],
    ended_at: null,
    items: listIn(
      `/v1/subscription_items?subscription=${id}`,
      wanted.items.map(({ price, quantity }) => newItem(id, price, quantity, start, start)),
    ),
    latest_invoice: null,
    livemode: false,
    metadata: wanted.metadata,
    pause_collection: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: start,
    status: 'active',
    trial_end: null,
    trial_start: null,
  };
  store.subscriptions[id] = subscription;
  return subscription;
}

export function newItem(
  subscription: string,
  price: Price,
  quantity: number,
  anchor: number,
  start: number,
): SubscriptionItem {
  return {
    id: stripeId('si'),
    object: 'subscription_item',
    created: start,
    current_period_end: periodEnd(anchor, start, everyOf(price)),
    current_period_start: start,
    discounts: [],
    metadata: {},
    price,
    quantity,
    subscription,
    tax_rates: [],
  };
}

export function everyOf(price: Price) {
  return (
    price.recurring ?? { interval: 'month' as const, interval_count: 1, usage_type: 'licensed' as const }
  );
}

export function periodOf(subscription: Subscription): { start: number; end: number } {
  const [first] = subscription.items.data;
  return { start: first?.current_period_start ?? 0, end: first?.current_period_end ?? 0 };
}

/** A draft over the period that has just begun and whatever waits to be billed. */
export function draftInvoice(
  store: Store,
  subscription: Subscription,
  reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update',
  { period, cycle = true }: { period?: { start: number; end: number }; cycle?: boolean },
  now: Date,
): Invoice {
  const pending = pendingItems(store, subscription);
  const invoice = addInvoice(
    store,
    {
      customer: subscription.customer,
      currency: subscription.currency,
      reason,
      subscription,
      period,
      collection: subscription.collection_method === 'send_invoice' ? 'send_invoice' : 'charge_automatically',
      daysUntilDue: subscription.days_until_due,
      discounts: runningDiscounts(store, subscription, now),
      lines: [
        ...pending.map(itemLine),
        ...(cycle ? subscription.items.data.map((item) => cycleLine(store, item)) : []),
      ],
    },
    now,
  );
  subscription.latest_invoice = invoice.id;
  return invoice;
}

/** Finalizes and charges it, and lets the subscription's state follow. Null when it was paid or is to be paid by hand. */
export function collectInvoice(
  store: Store,
  subscription: Subscription,
  invoice: Invoice,
  now: Date,
  presence: Partial<Presence> = {},
): Decline | null {
  finalizeInvoice(store, invoice, now);
  dropUsedDiscounts(store, subscription);
  if (invoice.amount_due === 0) {
    markPaid(store, invoice, null, now);
    return null;
  }
  if (invoice.collection_method === 'send_invoice') return null;
  return tryInvoice(store, subscription, invoice, now, presence);
}

type Try = Partial<Presence> & { byHand?: boolean; card?: string };

/** One try of an open invoice. After the last one of the schedule the subscription ends; one `byHand` is none of the schedule's. */
export function tryInvoice(
  store: Store,
  subscription: Subscription | null,
  invoice: Invoice,
  now: Date,
  { present = false, confirmed, byHand = false, card }: Try = {},
): Decline | null {
  const method = defaultCard(
    store,
    invoice.customer,
    card,
    invoice.default_payment_method,
    subscription?.default_payment_method,
  );
  const wait = RETRY_AFTER_DAYS[invoice._tries];
  if (!byHand) {
    invoice._tries += 1;
    invoice.next_payment_attempt = subscription && wait !== undefined ? seconds(now) + wait * DAY : null;
  }
  const decline = chargeInvoice(store, invoice, method, now, { present, confirmed });
  if (!subscription || hasEnded(subscription)) return decline;
  if (!decline) followPaid(store, subscription, now);
  else if (subscription.status === 'incomplete') invoice.next_payment_attempt = null;
  else if (wait === undefined && !byHand) endSubscription(store, subscription, 'payment_failed', now);
  else setStatus(store, subscription, 'past_due', now);
  return decline;
}

/** A paid invoice brings the subscription back, unless another one is still unpaid. */
export function followPaid(store: Store, subscription: Subscription, now: Date): void {
  const unpaid = Object.values(store.invoices).some(
    (invoice) => invoice._subscription === subscription.id && invoice.status === 'open' && invoice.attempted,
  );
  const waiting = subscription.status === 'past_due' || subscription.status === 'incomplete';
  if (!unpaid && waiting) setStatus(store, subscription, 'active', now);
}

/** The next period begins: billed, or the end when that was wanted. */
export function renew(store: Store, subscription: Subscription, now: Date): void {
  if (isEnding(subscription, now)) {
    endSubscription(store, subscription, 'cancellation_requested', now);
    return;
  }
  const before = copyOf(subscription);
  const invoice = beginPeriod(store, subscription, now);
  record(
    store,
    'customer.subscription.updated',
    subscription,
    now,
    changed(shown(store, before), shown(store, subscription)),
  );
  collectInvoice(store, subscription, invoice, now);
}

/** Moves every item on by a period and drafts the invoice. */
export function beginPeriod(store: Store, subscription: Subscription, now: Date): Invoice {
  const last = periodOf(subscription);
  for (const item of subscription.items.data) {
    item.current_period_start = item.current_period_end;
    item.current_period_end = periodEnd(
      subscription.billing_cycle_anchor,
      item.current_period_start,
      everyOf(item.price),
    );
  }
  return draftInvoice(store, subscription, 'subscription_cycle', { period: last }, now);
}

export function endSubscription(
  store: Store,
  subscription: Subscription,
  reason: 'cancellation_requested' | 'payment_failed',
  now: Date,
): void {
  subscription.status = 'canceled';
  subscription.ended_at = seconds(now);
  subscription.canceled_at ??= seconds(now);
  subscription.cancellation_details.reason = reason;
  for (const invoice of Object.values(store.invoices)) {
    if (invoice._subscription !== subscription.id || invoice.status !== 'open') continue;
    invoice.auto_advance = false;
    invoice.next_payment_attempt = null;
  }
  record(store, 'customer.subscription.deleted', subscription, now);
}

export function setStatus(
  store: Store,
  subscription: Subscription,
  status: 'active' | 'past_due',
  now: Date,
): void {
  if (subscription.status === status || hasEnded(subscription)) return;
  const previous = { status: subscription.status };
  subscription.status = status;
  record(store, 'customer.subscription.updated', subscription, now, previous);
}

function isEnding(subscription: Subscription, now: Date): boolean {
  const { cancel_at_period_end, cancel_at } = subscription;
  return cancel_at_period_end || (cancel_at !== null && cancel_at <= seconds(now));
}

/** What waits for the next invoice of this subscription. */
export function pendingItems(store: Store, subscription: Subscription): InvoiceItem[] {
  return Object.values(store.invoiceItems).filter(
    (item) =>
      item.invoice === null &&
      item.customer === subscription.customer &&
      (item.parent === null || item.parent.subscription_details.subscription === subscription.id),
  );
}

function runningDiscounts(store: Store, subscription: Subscription, now: Date): string[] {
  return subscription.discounts.filter((id) => {
    const end = store.discounts[id]?.end;
    return end === null || (typeof end === 'number' && end > seconds(now));
  });
}

/** A discount for one invoice is gone after it. */
function dropUsedDiscounts(store: Store, subscription: Subscription): void {
  subscription.discounts = subscription.discounts.filter((id) => {
    const coupon = store.coupons[store.discounts[id]?.source.coupon ?? ''];
    return coupon?.duration !== 'once';
  });
}
