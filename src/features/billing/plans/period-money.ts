/** Whether the money of a plan's running period stayed; the rule is in `kept-money.ts`. */
import { and, eq, isNull, not, type SQL } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { subscription } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { enqueue } from '@/jobs/port';
import { goneForGoodCents, keptPeriod } from '../payments/kept-money';
import type { Payment } from '../payments/payment-locks';

/** Less than half of what was paid for the period stays, and that will not change. */
const goneForGood = not(keptPeriod(goneForGoodCents));

/** Also while a refund is on its way and while a bank has not decided. */
export async function isPeriodKept(ctx: Ctx, stripeSubscriptionId: string): Promise<boolean> {
  return isSo(ctx, stripeSubscriptionId, keptPeriod());
}

export async function isPeriodGone(ctx: Ctx, stripeSubscriptionId: string): Promise<boolean> {
  return isSo(ctx, stripeSubscriptionId, goneForGood);
}

async function isSo(ctx: Ctx, stripeSubscriptionId: string, condition: SQL): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: subscription.id })
    .from(subscription)
    .where(
      and(
        eq(subscription.organizationId, ctx.orgId),
        eq(subscription.stripeSubscriptionId, stripeSubscriptionId),
        condition,
      ),
    );
  return rows.length > 0;
}

/**
 * Ends a plan at Stripe whose running period was paid back or lost to a bank: without another refund. To be called in the
 * transaction that writes down that this payment's money is gone.
 */
export async function endUnpaidPeriod(ctx: Ctx, { stripeSubscriptionId }: Payment): Promise<void> {
  if (stripeSubscriptionId && (await isPeriodGone(ctx, stripeSubscriptionId)))
    await enqueue(ctx.db, 'billing.end-plan', { stripeSubscriptionId, refund: false });
}

/** The same for all teams: where the job was lost, or Stripe was away for longer than it is tried again. */
export async function endUnpaidPeriods(db: Db): Promise<void> {
  const rows = await db
    .select({ stripeSubscriptionId: subscription.stripeSubscriptionId })
    .from(subscription)
    .where(and(isNull(subscription.endedAt), goneForGood));
  for (const { stripeSubscriptionId } of rows)
    await enqueue(db, 'billing.end-plan', { stripeSubscriptionId, refund: false });
}
