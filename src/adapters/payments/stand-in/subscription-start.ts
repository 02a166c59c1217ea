/** Subscriptions begun by a call: their first invoice is paid at once, or they wait for that for a day and are over. */
import type { z } from 'zod';
import { priceOf } from './catalog';
import { record, seconds } from './events';
import { badRequest } from './faults';
import { dropPayment, paymentOfInvoice } from './invoice-payments';
import { finalizeInvoice, voidInvoice } from './invoices';
import type { Price } from './objects/catalog';
import type { Subscription } from './objects/subscriptions';
import { findIn } from './routes';
import type { Store } from './store';
import { requireOwnCard, requirePayable, requireRecurring } from './subscription-changes';
import type { createParams } from './subscription-params';
import { addSubscription, collectInvoice, draftInvoice } from './subscriptions';
import { rehearse } from './undo';

/** Seconds that the first payment can be made up for. */
export const INCOMPLETE_FOR = 23 * 3_600;

type Wanted = z.infer<typeof createParams>;

export function startSubscription(store: Store, wanted: Wanted, now: Date): Subscription {
  findIn(store.customers, 'customer', wanted.customer, 'customer');
  if (wanted.collection_method === 'send_invoice' && wanted.days_until_due === undefined) {
    throw badRequest('You must pass `days_until_due` with `collection_method=send_invoice`.', {
      param: 'days_until_due',
    });
  }
  requireOwnCard(store, wanted.customer, wanted.default_payment_method);
  if (wanted.payment_behavior === 'error_if_incomplete') {
    // Tried first: a refused card leaves nothing behind.
    rehearse(store, (trial) => {
      const subscription = add(trial, wanted, now);
      requirePayable(trial, subscription, draftInvoice(trial, subscription, 'subscription_create', {}, now));
    });
  }
  const subscription = add(store, wanted, now);
  const invoice = draftInvoice(store, subscription, 'subscription_create', {}, now);
  const needsNoPayment = invoice.collection_method === 'send_invoice' || invoice.amount_due === 0;
  subscription.status = needsNoPayment ? 'active' : 'incomplete';
  record(store, 'customer.subscription.created', subscription, now);
  if (subscription.status === 'incomplete' && wanted.payment_behavior === 'default_incomplete') {
    finalizeInvoice(store, invoice, now);
    paymentOfInvoice(store, invoice, now);
  } else collectInvoice(store, subscription, invoice, now, { present: wanted.off_session === false });
  return subscription;
}

/** Its first payment never came. */
export function expireIncomplete(store: Store, subscription: Subscription, now: Date): void {
  const invoice = store.invoices[subscription.latest_invoice ?? ''];
  if (invoice?.status === 'open') {
    voidInvoice(store, invoice, now);
    dropPayment(store, invoice, now);
  }
  subscription.status = 'incomplete_expired';
  subscription.ended_at = seconds(now);
  record(store, 'customer.subscription.updated', subscription, now, { status: 'incomplete', ended_at: null });
}

function add(store: Store, wanted: Wanted, now: Date): Subscription {
  const items = wanted.items.map((item) => {
    const price: Price = requireRecurring(priceOf(store, item, now));
    return { price, quantity: item.quantity ?? 1 };
  });
  const subscription = addSubscription(
    store,
    {
      customer: wanted.customer,
      items,
      metadata: wanted.metadata ?? {},
      description: wanted.description ?? null,
      defaultPaymentMethod: wanted.default_payment_method ?? null,
    },
    now,
  );
  subscription.collection_method = wanted.collection_method ?? 'charge_automatically';
  subscription.days_until_due = wanted.days_until_due ?? null;
  return subscription;
}
