/** Plans whose events never came, and plans that stayed unpaid beyond their grace. */
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { subscription } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { enqueue } from '@/jobs/port';
import { log } from '@/lib/log';
import { DAY, HOUR, plus } from '@/lib/time';
import { GRACE_DAYS } from '../price-list';
import { refreshPlan } from './refresh-plan';

const AT_ONCE = 100;

type Options = { now: Date; appUrl: string; signal: AbortSignal };

/**
 * Asks Stripe about some plans whose period is over or that are unpaid; ends those whose grace is over. Answers what Stripe said
 * that cannot be applied, for people to look at.
 */
export async function watchPlans(
  db: Db,
  stripe: Stripe,
  { now, appUrl, signal }: Options,
): Promise<string[]> {
  const due = await db
    .select({ id: subscription.stripeSubscriptionId, orgId: subscription.organizationId })
    .from(subscription)
    .where(
      and(
        isNull(subscription.endedAt),
        or(lt(subscription.periodEnd, plus(now, -HOUR)), eq(subscription.status, 'past_due')),
      ),
    )
    .orderBy(sql`random()`)
    .limit(AT_ONCE);
  const parked: string[] = [];
  for (const { id, orgId } of due) {
    if (signal.aborted) break;
    try {
      const outcome = await refreshPlan({ db, stripe, now, appUrl, job: 'billing.watch-plans' }, orgId, id);
      if (outcome.status === 'parked') {
        log.error({ subscription: id, orgId, reason: outcome.reason }, 'plan parked');
        parked.push(`${orgId}: ${outcome.reason}`);
      }
      await endAfterGrace(db, id, now);
    } catch (error) {
      log.warn({ err: error, subscription: id }, 'plan not checked');
    }
  }
  return parked;
}

async function endAfterGrace(db: Db, stripeSubscriptionId: string, now: Date): Promise<void> {
  const over = await db
    .select({ id: subscription.id })
    .from(subscription)
    .where(
      and(
        eq(subscription.stripeSubscriptionId, stripeSubscriptionId),
        isNull(subscription.endedAt),
        eq(subscription.status, 'past_due'),
        lt(subscription.pastDueSince, plus(now, -GRACE_DAYS * DAY)),
      ),
    );
  if (over.length > 0) await enqueue(db, 'billing.end-plan', { stripeSubscriptionId, refund: false });
}
