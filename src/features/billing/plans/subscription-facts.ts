/** What Stripe says about a subscription, cut down to what decides. */
import type Stripe from 'stripe';
import type { PlanId } from '../price-list';
import { fromSeconds, idOf, orNull } from '../stripe-reads';
import { planOfPrice } from './plan-rules';

export type SubscriptionFacts = {
  id: string;
  customerId: string;
  status: string;
  /** Null when it is sold at a price that is no plan of ours, or has several items. */
  plan: PlanId | null;
  itemId: string | null;
  periodStart: Date;
  periodEnd: Date;
  cancelAtPeriodEnd: boolean;
  endedAt: Date | null;
  createdAt: Date;
  /** Our order as its metadata names it: only a hint where to look. */
  orderHint: string | null;
  latestInvoiceId: string | null;
};

/** Null when Stripe knows no such subscription. */
export async function readSubscription(stripe: Stripe, id: string): Promise<SubscriptionFacts | null> {
  const found = await orNull(stripe.subscriptions.retrieve(id));
  return found ? subscriptionFacts(found) : null;
}

/** Throws for what Stripe never answers: a subscription without a customer or a period. */
export function subscriptionFacts(found: Stripe.Subscription): SubscriptionFacts {
  const customerId = idOf(found.customer);
  if (!customerId) throw new Error(`Stripe: ${found.id} has no customer`);
  const [item, ...others] = found.items.data;
  const { start, end } = periodOf(found, item);
  const endsWithPeriod = typeof found.cancel_at === 'number' && found.cancel_at <= end;
  return {
    id: found.id,
    customerId,
    status: found.status,
    plan: item && others.length === 0 ? planOfItem(item) : null,
    itemId: item?.id ?? null,
    periodStart: fromSeconds(start),
    periodEnd: fromSeconds(end),
    cancelAtPeriodEnd: found.cancel_at_period_end || endsWithPeriod,
    endedAt: found.ended_at ? fromSeconds(found.ended_at) : null,
    createdAt: fromSeconds(found.created),
    orderHint: found.metadata?.order_id ?? null,
    latestInvoiceId: idOf(found.latest_invoice),
  };
}

function planOfItem({ price, quantity }: Stripe.SubscriptionItem): PlanId | null {
  return planOfPrice({
    amountCents: price.unit_amount,
    currency: price.currency,
    interval: price.recurring?.interval ?? null,
    intervalCount: price.recurring?.interval_count ?? null,
    quantity: quantity ?? null,
  });
}

/** Periods belong to the items in Stripe's present API and belonged to the subscription before it. */
function periodOf(
  found: Stripe.Subscription,
  item?: Stripe.SubscriptionItem,
): { start: number; end: number } {
  const old = found as { current_period_start?: number; current_period_end?: number };
  const start = item?.current_period_start ?? old.current_period_start;
  const end = item?.current_period_end ?? old.current_period_end;
  if (start === undefined || end === undefined) throw new Error(`Stripe: ${found.id} has no period`);
  return { start, end };
}
