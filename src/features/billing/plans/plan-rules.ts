/** Pure decisions about plans, safe in a browser: which plan a price is, whether it is in force, what it becomes. */
import { CURRENCY, GRACE_DAYS, PLAN_IDS, PLAN_LIST, type PlanId } from '../price-list';

const DAY = 24 * 60 * 60 * 1000;

export type PriceTerms = {
  amountCents: number | null;
  currency: string;
  interval: string | null;
  intervalCount: number | null;
  quantity: number | null;
};

/** The plan that is sold at exactly this price, monthly and once; null for any other price. */
export function planOfPrice(price: PriceTerms): PlanId | null {
  if (price.currency.toLowerCase() !== CURRENCY || price.interval !== 'month') return null;
  if ((price.intervalCount ?? 1) !== 1 || (price.quantity ?? 1) !== 1) return null;
  return PLAN_LIST.find((plan) => plan.amountCents === price.amountCents)?.id ?? null;
}

/** Orders plans: a higher one has the higher number. */
export function rankOf(plan: PlanId): number {
  return PLAN_IDS.indexOf(plan);
}

/** Until when a plan goes on whose renewal could not be charged. */
export function graceEnd(pastDueSince: Date): Date {
  return new Date(pastDueSince.getTime() + GRACE_DAYS * DAY);
}

export type Running = {
  /** Stripe's own word. */
  status: string;
  periodStart: Date;
  periodEnd: Date;
  cancelAtPeriodEnd: boolean;
  pastDueSince: Date | null;
  endedAt: Date | null;
};

/**
 * Days after a period's end by which we have heard what came next. Stripe renews or ends a plan within hours and repeats its events
 * for three days; we ask it every hour besides. Silence beyond that is no paid period.
 */
const SILENCE_DAYS = 3;

/** Since when a plan counts as unpaid: since Stripe said so, or since its period ended when nothing was heard for days; else null. */
export function unpaidSince(plan: Running, now: Date): Date | null {
  if (plan.status === 'past_due') return plan.pastDueSince ?? plan.periodStart;
  return plan.periodEnd.getTime() + SILENCE_DAYS * DAY <= now.getTime() ? plan.periodEnd : null;
}

/** Whether the plan gives what it promises: paid, or unpaid within its days of grace. */
export function isInForce(plan: Running, now: Date): boolean {
  if (plan.endedAt || (plan.cancelAtPeriodEnd && plan.periodEnd <= now)) return false;
  if (plan.status !== 'past_due' && plan.status !== 'active' && plan.status !== 'trialing') return false;
  const unpaid = unpaidSince(plan, now);
  return unpaid === null || graceEnd(unpaid) > now;
}

/** Stripe's words for a subscription that goes on; the others end it or never began it. */
const ALIVE = ['active', 'trialing', 'past_due', 'paused'];

/** Whether a subscription of this status goes on, paid or not. */
export function isAlive(status: string): boolean {
  return ALIVE.includes(status);
}

/**
 * What a team has now and from the next period on: a lower plan begins with the next period, for this one is paid. `paid` is
 * the highest plan that was paid in the running period; null while nothing was.
 */
export function plansOf(sold: PlanId, paid: PlanId | null): { plan: PlanId; nextPlan: PlanId | null } {
  if (paid && rankOf(paid) > rankOf(sold)) return { plan: paid, nextPlan: sold };
  return { plan: sold, nextPlan: null };
}
