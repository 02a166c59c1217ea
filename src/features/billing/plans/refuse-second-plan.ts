/** Two plans bought at once: the first that we hear of runs, the other is ended at Stripe and its money goes back. */
import { and, eq, or } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { purchaseOrder, subscription } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { enqueue } from '@/jobs/port';
import { newId } from '@/lib/ids';
import type { ApplyScope, Outcome } from '../effects';
import { keptText } from '../kept-words';
import type { PlanId } from '../price-list';
import { tellSecondPlan } from './plan-notices';
import type { SubscriptionFacts } from './subscription-facts';

/** Writes down that this one, sold as `plan`, is the second, for good, and lets a job end it at Stripe and send its money back. */
export async function refuseSecondPlan(
  scope: ApplyScope,
  ctx: Ctx,
  facts: SubscriptionFacts,
  plan: PlanId,
): Promise<Outcome> {
  const id = newId('subscription');
  const { periodStart, periodEnd } = facts;
  await ctx.db.insert(subscription).values({
    id,
    organizationId: ctx.orgId,
    stripeSubscriptionId: facts.id,
    plan,
    status: 'duplicate',
    periodStart,
    periodEnd,
    endedAt: scope.now,
  });
  await ctx.db
    .update(purchaseOrder)
    .set({
      status: 'cancelled',
      failure: keptText('secondPlan'),
      stripeSubscriptionId: facts.id,
      resolvedAt: scope.now,
    })
    .where(
      and(
        eq(purchaseOrder.organizationId, ctx.orgId),
        eq(purchaseOrder.kind, 'plan'),
        or(eq(purchaseOrder.id, facts.orderHint ?? ''), eq(purchaseOrder.stripeSubscriptionId, facts.id)),
      ),
    );
  await recordAudit(ctx, {
    action: 'billing.second_plan',
    subjectType: 'subscription',
    subjectId: id,
    data: { plan, stripeSubscriptionId: facts.id },
  });
  await emitEvent(ctx, { type: 'payment.changed', data: { plan, status: 'duplicate' } });
  await tellSecondPlan(scope, ctx, { id, plan });
  await enqueue(ctx.db, 'billing.end-plan', { stripeSubscriptionId: facts.id, refund: true });
  return { status: 'applied' };
}
