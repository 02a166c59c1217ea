/** What happens by itself when time goes by: each thing at its own moment, one after the other. */
import { DAY } from '@/lib/time';
import { record, seconds } from './events';
import { finalizeInvoice } from './invoices';
import type { Invoice } from './objects/invoices';
import type { Subscription } from './objects/subscriptions';
import { completeRefund, failRefund } from './refunds';
import { same } from './routes';
import { getSession } from './sessions';
import type { Store } from './store';
import { expireIncomplete, INCOMPLETE_FOR } from './subscription-start';
import { collectInvoice, endSubscription, periodOf, renew, tryInvoice } from './subscriptions';

/** Milliseconds that an event is kept, as at Stripe. */
const KEEP_EVENTS = 30 * DAY;

type Due = { at: number; run(now: Date): void };

/** Does everything that is due until then, in order. Answers whether there was anything. */
export function runDue(store: Store, until: Date): boolean {
  let done = false;
  for (let due = nextDue(store); due && due.at <= seconds(until); due = nextDue(store)) {
    due.run(new Date(due.at * 1000));
    done = true;
  }
  return done;
}

/** When the next period of this subscription, or of any, begins; null without a live one. */
export function nextRenewal(store: Store, subscriptionId?: string): Date | null {
  const ends = Object.values(store.subscriptions)
    .filter((subscription) => isLive(subscription) && same(subscriptionId, subscription.id))
    .map((subscription) => periodOf(subscription).end);
  return ends.length === 0 ? null : new Date(Math.min(...ends) * 1000);
}

function nextDue(store: Store): Due | null {
  let first: Due | null = null;
  const offer = (at: number | null | undefined, run: Due['run']) => {
    if (typeof at === 'number' && (!first || at < first.at)) first = { at, run };
  };
  for (const session of Object.values(store.sessions)) {
    if (session.status === 'open')
      offer(session.expires_at, (now) => void getSession(store, session.id, now));
  }
  for (const subscription of Object.values(store.subscriptions)) {
    if (subscription.status === 'incomplete') {
      offer(subscription.created + INCOMPLETE_FOR, (now) => expireIncomplete(store, subscription, now));
    }
    if (!isLive(subscription)) continue;
    const { end } = periodOf(subscription);
    const at = subscription.cancel_at;
    if (at !== null && at < end) {
      offer(at, (now) => endSubscription(store, subscription, 'cancellation_requested', now));
    } else offer(end, (now) => renew(store, subscription, now));
  }
  for (const invoice of Object.values(store.invoices)) offerInvoice(store, invoice, offer);
  for (const refund of Object.values(store.refunds)) {
    const settle = refund._settles?.arrives ? completeRefund : failRefund;
    offer(refund._settles?.at, (now) => settle(store, refund, now));
  }
  return first;
}

function offerInvoice(
  store: Store,
  invoice: Invoice,
  offer: (at: number | null | undefined, run: Due['run']) => void,
): void {
  const subscription = store.subscriptions[invoice._subscription ?? ''] ?? null;
  if (invoice.status === 'draft' && invoice.auto_advance) {
    offer(invoice.automatically_finalizes_at, (now) => advance(store, invoice, subscription, now));
  }
  if (invoice.status !== 'open') return;
  offer(invoice.next_payment_attempt, (now) => void tryInvoice(store, subscription, invoice, now));
  if (!invoice._overdue) {
    offer(invoice.due_date, (now) => {
      invoice._overdue = true;
      record(store, 'invoice.overdue', invoice, now);
    });
  }
}

function advance(store: Store, invoice: Invoice, subscription: Subscription | null, now: Date): void {
  if (subscription) void collectInvoice(store, subscription, invoice, now);
  else {
    finalizeInvoice(store, invoice, now);
    if (invoice.collection_method === 'charge_automatically') void tryInvoice(store, null, invoice, now);
  }
}

function isLive({ status }: Subscription): boolean {
  return status === 'active' || status === 'past_due' || status === 'trialing';
}

/** Forgets answers after a day, and events after thirty that nobody waits for any more. Answers whether there were such events. */
export function forgetOld(store: Store, now: Date): boolean {
  for (const [key, { at }] of Object.entries(store.answers)) {
    if (at < now.getTime() - DAY) delete store.answers[key];
  }
  const oldest = seconds(new Date(now.getTime() - KEEP_EVENTS));
  const kept = store.events.filter(
    (event) => event.created >= oldest || (event.pending_webhooks > 0 && !event._given_up),
  );
  if (kept.length === store.events.length) return false;
  store.events = kept;
  return true;
}
