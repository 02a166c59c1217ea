import { z } from 'zod';
import { changed, record, seconds } from '../events';
import { badRequest, missing } from '../faults';
import { hasEnded, type Subscription } from '../objects/subscriptions';
import { id, isWithin, mergeMetadata, page } from '../params';
import { shown } from '../render';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';
import type { Store } from '../store';
import { changeItems, creditUnused, requireOwnCard, requirePayable } from '../subscription-changes';
import {
  cancelParams,
  createParams,
  listParams,
  type SubscriptionUpdate,
  updateParams,
} from '../subscription-params';
import { expireIncomplete, startSubscription } from '../subscription-start';
import { collectInvoice, draftInvoice, endSubscription, pendingItems, periodOf } from '../subscriptions';
import { rehearse } from '../undo';

const PATH = '/v1/subscriptions';

export const SUBSCRIPTION_ROUTES: Route[] = [
  route('POST', PATH, createParams, (input, { store, now }) => startSubscription(store, input, now)),
  listing(
    PATH,
    listParams,
    ({ store }) => Object.values(store.subscriptions),
    (subscription, input) => {
      const { start, end } = periodOf(subscription);
      return (
        same(input.customer, subscription.customer) &&
        fitsStatus(subscription, input.status) &&
        same<string>(input.collection_method, subscription.collection_method) &&
        (!input.price || subscription.items.data.some((item) => item.price.id === input.price)) &&
        isWithin(subscription.created, input.created) &&
        isWithin(end, input.current_period_end) &&
        isWithin(start, input.current_period_start)
      );
    },
  ),
  retrieving(PATH, 'subscription', (store) => store.subscriptions),
  route('POST', `${PATH}/:id`, updateParams, (input, { store, id, now }) =>
    updateSubscription(store, findIn(store.subscriptions, 'subscription', id), input, now),
  ),
  route('DELETE', `${PATH}/:id`, cancelParams, (input, { store, id, now }) => {
    const subscription = findIn(store.subscriptions, 'subscription', id);
    if (hasEnded(subscription)) throw missing('subscription', id);
    if (subscription.status === 'incomplete') {
      expireIncomplete(store, subscription, now);
      return subscription;
    }
    Object.assign(subscription.cancellation_details, input.cancellation_details);
    if (input.prorate) creditUnused(store, subscription, now);
    const last =
      input.invoice_now && pendingItems(store, subscription).length > 0
        ? draftInvoice(store, subscription, 'subscription_update', { cycle: false }, now)
        : null;
    if (last) collectInvoice(store, subscription, last, now);
    endSubscription(store, subscription, 'cancellation_requested', now);
    return subscription;
  }),
  listing(
    '/v1/subscription_items',
    z.strictObject({ subscription: id, ...page }),
    ({ store }) => Object.values(store.subscriptions).flatMap(({ items }) => items.data),
    (item, { subscription }) => item.subscription === subscription,
  ),
];

export function updateSubscription(
  store: Store,
  subscription: Subscription,
  input: SubscriptionUpdate,
  now: Date,
): Subscription {
  const { items } = input;
  if (hasEnded(subscription) && !isAfterwards(input)) {
    throw badRequest('A canceled subscription can only update its cancellation_details and metadata.');
  }
  const change = items && {
    items,
    proration: input.proration_behavior ?? ('create_prorations' as const),
    at: input.proration_date ?? seconds(now),
    restart: input.billing_cycle_anchor === 'now',
  };
  if (change && input.payment_behavior === 'error_if_incomplete') {
    // Tried first: a refused card leaves everything as it was.
    rehearse(store, (trial) => {
      const tried = findIn(trial.subscriptions, 'subscription', subscription.id);
      const invoice = changeItems(trial, tried, change, now);
      if (invoice) requirePayable(trial, tried, invoice);
    });
  }
  const before = shown(store, subscription);
  applyPlain(store, subscription, input, now);
  const invoice = change ? changeItems(store, subscription, change, now) : null;
  const previous = changed(before, shown(store, subscription));
  record(store, 'customer.subscription.updated', subscription, now, previous);
  if (invoice) collectInvoice(store, subscription, invoice, now, { present: input.off_session === false });
  return subscription;
}

/** What may still be said about a subscription that has ended. */
function isAfterwards({ metadata, cancellation_details, expand, ...rest }: SubscriptionUpdate): boolean {
  return Object.values(rest).every((value) => value === undefined);
}

function applyPlain(store: Store, subscription: Subscription, input: SubscriptionUpdate, now: Date): void {
  const card = input.default_payment_method;
  requireOwnCard(store, subscription.customer, card);
  if (card !== undefined) subscription.default_payment_method = card;
  if (input.description !== undefined) subscription.description = input.description;
  subscription.metadata = mergeMetadata(subscription.metadata, input.metadata);
  Object.assign(subscription.cancellation_details, input.cancellation_details);
  if (input.cancel_at_period_end !== undefined) endWithPeriod(subscription, input.cancel_at_period_end, now);
  if (input.cancel_at !== undefined) {
    subscription.cancel_at = input.cancel_at;
    subscription.canceled_at = input.cancel_at === null ? null : seconds(now);
  }
}

function endWithPeriod(subscription: Subscription, wanted: boolean, now: Date): void {
  subscription.cancel_at_period_end = wanted;
  subscription.cancel_at = wanted ? periodOf(subscription).end : null;
  subscription.canceled_at = wanted ? seconds(now) : null;
  subscription.cancellation_details.reason = wanted ? 'cancellation_requested' : null;
}

function fitsStatus(subscription: Subscription, wanted: string | undefined): boolean {
  if (wanted === undefined) return subscription.status !== 'canceled';
  if (wanted === 'ended') return hasEnded(subscription);
  return wanted === 'all' || subscription.status === wanted;
}
