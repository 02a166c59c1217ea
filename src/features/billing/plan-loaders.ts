import { requireTeamPageFor } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import type { PlanSummary } from './billing-view-types';
import { getPlan } from './plans/plan-queries';

export type PlanPageView = { slug: string; team: string; plan: PlanSummary };

/** The page where a plan is chosen and changed. */
export async function loadPlanPage(params: Promise<{ slug: string }>): Promise<PlanPageView> {
  const ctx = await requireTeamPageFor((await params).slug, 'billing:buy');
  return { slug: ctx.team.slug, team: ctx.team.name, plan: await loadPlanSummary(ctx) };
}

export async function loadPlanSummary(ctx: TeamCtx): Promise<PlanSummary> {
  const { tier, why, proUntil, plan } = await getPlan(ctx, new Date());
  return {
    tier,
    why,
    proUntil: proUntil?.toISOString() ?? null,
    plan: plan && {
      id: plan.id,
      nextPlan: plan.nextPlan,
      periodEnd: plan.periodEnd.toISOString(),
      cancelAtPeriodEnd: plan.cancelAtPeriodEnd,
      rests: plan.rests,
      graceUntil: plan.graceUntil?.toISOString() ?? null,
      monthlyCredits: plan.monthlyCredits,
      amountCents: plan.amountCents,
    },
  };
}
