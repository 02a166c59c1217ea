/** What a team pays for, in one line of a test. */
import { and, eq, isNull } from 'drizzle-orm';
import { subscription } from '@/db/schema/billing';
import type { PlanId } from '@/features/billing/price-list';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import type { TestTeam } from './factories';

/** A monthly plan that runs, as Stripe's events leave it. */
export async function givePlan({ owner, orgId }: TestTeam, plan: PlanId, now = new Date()): Promise<void> {
  const id = newId('subscription');
  await owner.ctx.db.insert(subscription).values({
    id,
    organizationId: orgId,
    stripeSubscriptionId: id,
    plan,
    status: 'active',
    periodStart: now,
    periodEnd: plus(now, 30 * DAY),
  });
}

/** The plan is over: the team is Free unless it has bought credits. */
export async function endPlan({ owner, orgId }: TestTeam, now = new Date()): Promise<void> {
  await owner.ctx.db
    .update(subscription)
    .set({ status: 'canceled', endedAt: now })
    .where(and(eq(subscription.organizationId, orgId), isNull(subscription.endedAt)));
}
