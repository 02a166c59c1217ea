/** Reads of the team's plan. */
import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type Standing, type Tier, tierOf } from '../entitlement-rules';
import { getStanding } from '../entitlements';
import { PLANS, type PlanId } from '../price-list';
import { findRunningPlan } from './find-running-plan';
import { isPeriodKept } from './period-money';
import { graceEnd, unpaidSince } from './plan-rules';
import type { SubscriptionRow } from './sync-subscription';

export type RunningPlan = {
  id: PlanId;
  /** A lower plan that begins with the next period. */
  nextPlan: PlanId | null;
  /** Stripe's word: active, past_due … */
  status: string;
  /** ISO 8601 in JSON. */
  periodStart: Date;
  /** The next payment, or the end of a cancelled plan. */
  periodEnd: Date;
  cancelAtPeriodEnd: boolean;
  pastDueSince: Date | null;
  /** Most of what was paid for this period went back, or a bank disputes it: the plan gives nothing. */
  rests: boolean;
  /** Until when an unpaid plan goes on. */
  graceUntil: Date | null;
  monthlyCredits: number;
  /** Cents a month. */
  amountCents: number;
  /** Cents of the next payment, before tax and discounts. */
  nextAmountCents: number;
};

export type PlanView = {
  tier: Tier;
  /** What gives the tier. */
  why: 'none' | 'plan' | 'paid' | 'enterprise';
  /** Until when an Enterprise pack gives Pro. */
  proUntil: Date | null;
  plan: RunningPlan | null;
};

/** The team's tier, what gives it, and its running plan. Asks our own rows only. */
export async function getPlan(ctx: Ctx, now: Date): Promise<PlanView> {
  requirePermission(ctx.actor, 'billing:read');
  const standing = await getStanding(ctx, now);
  const row = await findRunningPlan(ctx);
  const tier = tierOf(standing, now);
  const rests = row !== null && !(await isPeriodKept(ctx, row.stripeSubscriptionId));
  const plan = row && toRunning(row, rests, now);
  return { tier, why: whyOf(tier, standing), proUntil: standing.proUntil, plan };
}

function whyOf(tier: Tier, { plan, everPaid }: Standing): PlanView['why'] {
  if (plan === tier) return 'plan';
  if (tier === 'pro') return 'enterprise';
  return everPaid ? 'paid' : 'none';
}

function toRunning(row: SubscriptionRow, rests: boolean, now: Date): RunningPlan {
  const { plan, nextPlan, status, periodStart, periodEnd, cancelAtPeriodEnd } = row;
  const pastDueSince = unpaidSince(row, now);
  return {
    id: plan,
    nextPlan,
    status,
    periodStart,
    periodEnd,
    cancelAtPeriodEnd,
    pastDueSince,
    rests,
    graceUntil: pastDueSince && graceEnd(pastDueSince),
    monthlyCredits: PLANS[plan].monthlyCredits,
    amountCents: PLANS[plan].amountCents,
    nextAmountCents: PLANS[nextPlan ?? plan].amountCents,
  };
}
