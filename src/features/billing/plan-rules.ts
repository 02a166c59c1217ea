/** Pure decisions about plans, safe in a browser: which plan a price is, whether it is in force, what it becomes. */
import { CURRENCY, GRACE_DAYS, PLAN_IDS, PLAN_LIST, PLANS, type PlanId } from './price-list';

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

/** Whether the plan gives what it promises: paid, or past due within its days of grace. */
export function isInForce(plan: Running, now: Date): boolean {
  if (plan.endedAt || (plan.cancelAtPeriodEnd && plan.periodEnd <= now)) return false;
  if (plan.status === 'past_due') return graceEnd(plan.pastDueSince ?? plan.periodStart) > now;
  return plan.status === 'active' || plan.status === 'trialing';
}

/** "Plus plan, November 2026": the month in which the paid period begins, UTC. */
export function planLabel(plan: PlanId, periodStart: Date): string {
  const month = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${PLANS[plan].name} plan, ${month.format(periodStart)}`;
}
