import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type PlanScope, withPlanAtStripe } from './plan-at-stripe';
import { getPlan, type PlanView } from './plan-queries';

/** Ends the plan with its paid period. Until then everything stays, and `resumePlan` takes it back. */
export async function cancelPlan(ctx: Ctx, scope: PlanScope): Promise<PlanView> {
  return setCancelled(ctx, scope, true);
}

/** Takes a cancellation back while the period lasts. */
export async function resumePlan(ctx: Ctx, scope: PlanScope): Promise<PlanView> {
  return setCancelled(ctx, scope, false);
}

async function setCancelled(ctx: Ctx, scope: PlanScope, cancelled: boolean): Promise<PlanView> {
  requirePermission(ctx.actor, 'billing:buy');
  const action = cancelled ? 'billing.cancel_plan' : 'billing.resume_plan';
  await withPlanAtStripe(ctx, scope, action, {}, async (stripe, _row, facts) => {
    if (facts.cancelAtPeriodEnd === cancelled) return false;
    await stripe.subscriptions.update(facts.id, { cancel_at_period_end: cancelled });
    return true;
  });
  return getPlan(ctx, scope.now);
}
