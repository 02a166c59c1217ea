import type Stripe from 'stripe';
import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { say } from '@/texts/current-texts';
import { CURRENCY, PLANS, type PlanId } from '../price-list';
import { orNull, toSeconds } from '../stripe-reads';
import { type PlanScope, withPlanAtStripe } from './plan-at-stripe';
import { type ChangePlanInput, changePlanInput } from './plan-input';
import { getPlan, type PlanView } from './plan-queries';
import { rankOf } from './plan-rules';
import type { SubscriptionFacts } from './subscription-facts';
import type { SubscriptionRow } from './sync-subscription';

/**
 * Moves the team to another plan. A higher one costs the difference of the two prices now and brings the difference in credits with
 * that payment; when the card is declined it throws `conflict` and nothing changes. A lower one begins with the next period. Asking
 * for the plan one has takes a waiting change or cancellation back. Asking twice changes nothing more.
 */
export async function changePlan(ctx: Ctx, input: ChangePlanInput, scope: PlanScope): Promise<PlanView> {
  requirePermission(ctx.actor, 'billing:buy');
  const { plan } = changePlanInput.parse(input);
  await withPlanAtStripe(ctx, scope, 'billing.change_plan', { plan }, async (stripe, row, facts) => {
    requirePaid(row);
    if (facts.plan === plan && !facts.cancelAtPeriodEnd) return false;
    if (facts.plan === plan) {
      await stripe.subscriptions.update(facts.id, { cancel_at_period_end: false });
      return true;
    }
    await stripe.subscriptions.update(facts.id, await updateTo(stripe, plan, row, facts), {
      idempotencyKey: newId('request'),
    });
    return true;
  });
  return getPlan(ctx, scope.now);
}

function requirePaid(row: SubscriptionRow): void {
  if (row.status !== 'past_due') return;
  const { name } = PLANS[row.plan];
  throw new AppError('conflict', say('billing.refused.planPastDue', { plan: name }));
}

/** Only what is higher than anything paid in this period is charged: going back up to it costs nothing again. */
async function updateTo(
  stripe: Stripe,
  plan: PlanId,
  row: SubscriptionRow,
  { itemId, periodStart }: SubscriptionFacts,
): Promise<Stripe.SubscriptionUpdateParams> {
  const items = [
    { ...(itemId ? { id: itemId } : {}), price_data: await planPrice(stripe, plan), quantity: 1 },
  ];
  const kept = { items, cancel_at_period_end: false };
  if (rankOf(plan) <= rankOf(row.plan)) return { ...kept, proration_behavior: 'none' };
  return { ...kept, ...wholeDifference(periodStart), payment_behavior: 'error_if_incomplete' };
}

/**
 * Stripe reckons a change as made when the period began: the whole month's difference is paid for the whole month's credits.
 * Reckoned by the days left, forty credits would cost cents on a period's last day, every month anew.
 */
export function wholeDifference(periodStart: Date): {
  proration_behavior: 'always_invoice';
  proration_date: number;
} {
  return { proration_behavior: 'always_invoice', proration_date: toSeconds(periodStart) };
}

export type PlanPrice = {
  currency: string;
  product: string;
  recurring: { interval: 'month' };
  unit_amount: number;
};

/** The price of a plan as changes name it; its product is made at Stripe once, under an id of our own. */
export async function planPrice(stripe: Stripe, plan: PlanId): Promise<PlanPrice> {
  const { name, amountCents } = PLANS[plan];
  const product = `headcraft_plan_${plan}`;
  if (!(await orNull(stripe.products.retrieve(product)))) {
    const wanted = { id: product, name: `${name} plan` };
    await stripe.products
      .create(wanted, { idempotencyKey: `product:${product}` })
      .catch((error: { code?: string }) => {
        if (error.code !== 'resource_already_exists') throw error;
      });
  }
  return { currency: CURRENCY, product, recurring: { interval: 'month' }, unit_amount: amountCents };
}
