import { and, desc, eq, lte } from 'drizzle-orm';
import Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import type { Ctx } from '@/db/context';
import { planCycle } from '@/db/schema/billing';
import { requirePermission } from '@/lib/actor';
import { log } from '@/lib/log';
import { PLANS, type PlanId } from '../price-list';
import { planPrice, wholeDifference } from './change-plan';
import { requireRunningPlan } from './find-running-plan';
import { type ChangePlanInput, changePlanInput } from './plan-input';
import { rankOf } from './plan-rules';
import { readSubscription } from './subscription-facts';
import type { SubscriptionRow } from './sync-subscription';

export type ChangePreview =
  | {
      kind: 'upgrade';
      /** Cents: the whole difference of the two prices, before tax and discounts. */
      differenceCents: number;
      /** Cents charged now, as Stripe reckons them; null when it cannot say. */
      dueNowCents: number | null;
      /** Credits that come with it at once. */
      credits: number;
      /** Cents a month from the next period on. */
      thenCents: number;
      nextPayment: Date;
    }
  /** Charged at the next payment; until then everything stays. */
  | { kind: 'downgrade'; at: Date; thenCents: number }
  /** The plan one has: takes back a waiting change or cancellation, costs nothing now. */
  | { kind: 'keep'; thenCents: number; nextPayment: Date };

/** What `changePlan` would do and cost. Changes nothing. Throws `conflict` when no plan is running. */
export async function previewChange(ctx: Ctx, input: ChangePlanInput): Promise<ChangePreview> {
  requirePermission(ctx.actor, 'billing:buy');
  const { plan } = changePlanInput.parse(input);
  const row = await requireRunningPlan(ctx);
  const thenCents = PLANS[plan].amountCents;
  if (plan === row.plan) return { kind: 'keep', thenCents, nextPayment: row.periodEnd };
  if (rankOf(plan) < rankOf(row.plan)) return { kind: 'downgrade', at: row.periodEnd, thenCents };
  const [dueNowCents, credits] = await Promise.all([askStripe(row, plan), countCredits(ctx, row, plan)]);
  const differenceCents = thenCents - PLANS[row.plan].amountCents;
  return { kind: 'upgrade', differenceCents, dueNowCents, credits, thenCents, nextPayment: row.periodEnd };
}

async function countCredits(ctx: Ctx, row: SubscriptionRow, plan: PlanId): Promise<number> {
  const [cycle] = await ctx.db
    .select({ granted: planCycle.granted })
    .from(planCycle)
    .where(
      and(
        eq(planCycle.organizationId, ctx.orgId),
        eq(planCycle.stripeSubscriptionId, row.stripeSubscriptionId),
        lte(planCycle.periodStart, row.periodEnd),
      ),
    )
    .orderBy(desc(planCycle.periodStart))
    .limit(1);
  return Math.max(0, PLANS[plan].monthlyCredits - (cycle?.granted ?? 0));
}

async function askStripe(row: SubscriptionRow, plan: PlanId): Promise<number | null> {
  try {
    const { client: stripe } = await stripeAccount();
    const [facts, price] = await Promise.all([
      readSubscription(stripe, row.stripeSubscriptionId),
      planPrice(stripe, plan),
    ]);
    if (!facts?.itemId) return null;
    const preview = await stripe.invoices.createPreview({
      customer: facts.customerId,
      subscription: row.stripeSubscriptionId,
      subscription_details: {
        items: [{ id: facts.itemId, price_data: price, quantity: 1 }],
        ...wholeDifference(facts.periodStart),
      },
    });
    return preview.amount_due;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    log.warn({ err: error, subscription: row.id }, 'no preview of a plan change');
    return null;
  }
}
