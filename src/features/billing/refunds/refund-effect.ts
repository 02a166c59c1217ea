import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { payment } from '@/db/schema/billing';
import { tierOf } from '../entitlement-rules';
import { getStanding } from '../entitlements';
import { goneCents } from '../payments/kept-money';
import { spareCents } from '../payments/kept-rules';
import type { Payment } from '../payments/payment-locks';
import { findRunningPlan } from '../plans/find-running-plan';
import type { RefundEffect } from './refund-offer-rules';

/** What the team has no more when less than half of a payment's money stays; null when that changes nothing. */
export async function findRefundEffect(ctx: Ctx, row: Payment, now: Date): Promise<RefundEffect | null> {
  const standing = await getStanding(ctx, now);
  const before = tierOf(standing, now);
  if (row.kind !== 'plan') {
    const spare = await countSpare(ctx, eq(payment.id, row.id));
    const rest = await getStanding(ctx, now, { without: row.id });
    const after = tierOf(rest, now);
    // Beside a Pro plan, an Enterprise pack's year of Pro shows only later.
    const same = after === before && rest.proUntil?.getTime() === standing.proUntil?.getTime();
    return spare < 0 || same ? null : { spareCents: spare, plan: null, before, after };
  }
  const running = await findRunningPlan(ctx);
  if (!running || running.stripeSubscriptionId !== row.stripeSubscriptionId) return null;
  if (running.periodStart.getTime() !== row.periodStart?.getTime()) return null;
  const spare = await countSpare(
    ctx,
    and(
      eq(payment.stripeSubscriptionId, running.stripeSubscriptionId),
      eq(payment.periodStart, running.periodStart),
    ),
  );
  if (spare < 0) return null;
  const after = tierOf({ ...standing, plan: null }, now);
  return { spareCents: spare, plan: running.plan, before, after };
}

async function countSpare(ctx: Ctx, which: SQL | undefined): Promise<number> {
  const rows = await ctx.db
    .select({ paid: payment.amountCents, gone: sql<number>`${goneCents}`.mapWith(Number) })
    .from(payment)
    .where(and(eq(payment.organizationId, ctx.orgId), which));
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return spareCents(sum(rows.map(({ paid }) => paid)), sum(rows.map(({ gone }) => gone)));
}
