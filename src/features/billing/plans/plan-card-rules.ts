/** How a team's plan is told on its pages. */
import type { Texts } from '@/texts/make-texts';
import type { PlanSummary } from '../billing-view-types';
import { PLANS } from '../price-list';
import { TIER_NAMES } from '../tier-types';

export type PlanState = 'none' | 'running' | 'ending' | 'changing' | 'past-due' | 'resting';

/** What is most worth knowing about the running plan. */
export function planState({ plan }: PlanSummary): PlanState {
  if (!plan) return 'none';
  if (plan.graceUntil) return 'past-due';
  if (plan.rests) return 'resting';
  if (plan.cancelAtPeriodEnd) return 'ending';
  return plan.nextPlan && plan.nextPlan !== plan.id ? 'changing' : 'running';
}

/** Why the team has the tier it has, in one sentence. */
export function tierReason({ tier, why, plan }: PlanSummary, { t }: Texts): string {
  const name = TIER_NAMES[tier];
  if (why === 'plan' && plan)
    return t('billing.plan.reason.plan', { plan: name, credits: plan.monthlyCredits });
  return t(`billing.plan.reason.${why === 'plan' ? 'none' : why}`, { plan: name });
}

export type NextCharge = {
  amountCents: number;
  credits: number;
  /** ISO 8601; null while a failed payment waits for another card. */
  at: string | null;
};

/** What is charged next: the month that failed or, with the next month, the plan that begins then. */
export function nextCharge({ plan }: PlanSummary): NextCharge | null {
  if (!plan) return null;
  if (plan.graceUntil) return { amountCents: plan.amountCents, credits: plan.monthlyCredits, at: null };
  if (plan.cancelAtPeriodEnd) return null;
  const next = PLANS[plan.nextPlan ?? plan.id];
  return { amountCents: next.amountCents, credits: next.monthlyCredits, at: plan.periodEnd };
}

/** What a column of the plan page offers. */
export type PlanOffer =
  | 'start'
  | 'upgrade'
  | 'downgrade'
  | 'keep'
  | 'cancel'
  | 'resume'
  | 'current'
  | 'waiting'
  | 'none';

/** What the plan page offers in the column of a tier. */
export function planOffer(summary: PlanSummary, tier: PlanSummary['tier']): PlanOffer {
  const { plan } = summary;
  if (!plan) return tier === 'free' ? 'none' : 'start';
  if (tier === 'free') return plan.cancelAtPeriodEnd ? 'waiting' : 'cancel';
  if (tier === plan.id) {
    if (plan.cancelAtPeriodEnd) return 'resume';
    return plan.nextPlan && plan.nextPlan !== plan.id ? 'keep' : 'current';
  }
  if (tier === plan.nextPlan) return 'waiting';
  return PLANS[tier].amountCents > PLANS[plan.id].amountCents ? 'upgrade' : 'downgrade';
}
