import { and, eq } from 'drizzle-orm';
import { subscription } from '@/db/schema/billing';
import type { OrgId } from '@/db/types';
import type { ApplyScope } from '../effects';
import { lockPlan } from './apply-plan';
import { isInForce } from './plan-rules';
import { endUnknown } from './sync-subscription';

/**
 * Ends a plan of ours that Stripe does not know, once it is not in force any more: a wrong key must not end what was paid. Answers
 * whether it has ended, now or before. Runs in the caller's transaction.
 */
export async function endUnknownPlan(
  scope: ApplyScope,
  orgId: string,
  stripeSubscriptionId: string,
): Promise<boolean> {
  const { db, now } = scope;
  await lockPlan(db, { orgId });
  const [row] = await db
    .select()
    .from(subscription)
    .where(
      and(
        eq(subscription.stripeSubscriptionId, stripeSubscriptionId),
        eq(subscription.organizationId, orgId),
      ),
    )
    .for('update');
  if (!row) return false;
  if (row.endedAt) return true;
  if (isInForce(row, now)) return false;
  await endUnknown(scope, scope.ctxOf(orgId as OrgId), row);
  return true;
}
