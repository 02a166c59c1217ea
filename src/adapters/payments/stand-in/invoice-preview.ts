/** What the next invoice would be: tried out, and taken back. */

import type { z } from 'zod';
import { seconds } from './events';
import { badRequest } from './faults';
import type { Invoice } from './objects/invoices';
import { hasEnded } from './objects/subscriptions';
import { findIn } from './routes';
import { type Store, stripeId } from './store';
import { changeItems } from './subscription-changes';
import type { previewParams } from './subscription-params';
import { beginPeriod, periodOf } from './subscriptions';
import { rehearse } from './undo';

type Wanted = z.infer<typeof previewParams>;

/** With `always_invoice` the one that the change brings at once, otherwise the one of the next period. */
export function previewInvoice(store: Store, wanted: Wanted, now: Date): Invoice {
  return rehearse(store, (trial) => asPreview(nextInvoice(trial, wanted, now)));
}

function nextInvoice(store: Store, wanted: Wanted, now: Date): Invoice {
  const id = wanted.subscription ?? onlySubscription(store, wanted.customer);
  const subscription = findIn(store.subscriptions, 'subscription', id, 'subscription');
  if (hasEnded(subscription)) throw nothingUpcoming();
  const { items, proration_behavior, proration_date, billing_cycle_anchor } =
    wanted.subscription_details ?? {};
  const change = {
    items: items ?? [],
    proration: proration_behavior ?? ('create_prorations' as const),
    at: proration_date ?? seconds(now),
    restart: billing_cycle_anchor === 'now',
  };
  const atOnce = items ? changeItems(store, subscription, change, now) : null;
  if (atOnce) return atOnce;
  const ends = wanted.subscription_details?.cancel_at_period_end ?? subscription.cancel_at_period_end;
  if (ends) throw nothingUpcoming();
  return beginPeriod(store, subscription, new Date(periodOf(subscription).end * 1000));
}

function onlySubscription(store: Store, customer: string | undefined): string {
  const live = Object.values(store.subscriptions).filter(
    (candidate) => candidate.customer === customer && !hasEnded(candidate),
  );
  const [first] = live;
  if (!first) throw nothingUpcoming();
  return first.id;
}

function nothingUpcoming() {
  return badRequest('No upcoming invoices for customer', { code: 'invoice_upcoming_none' });
}

function asPreview(invoice: Invoice): Invoice {
  return { ...invoice, id: stripeId('upcoming_in'), automatically_finalizes_at: null };
}
