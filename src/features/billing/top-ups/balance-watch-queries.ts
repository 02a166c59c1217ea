import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { balanceWatch, purchaseOrder } from '@/db/schema/billing';
import { requirePermission } from '@/lib/actor';
import type { PackId } from '../price-list';
import { findHindrance, type Hindrance } from './low-balances';

export type BalanceWatch = {
  noticeBelow: number | null;
  topUp: { pack: PackId; below: number; monthlyCapCents: number } | null;
  /** Set when a card was declined or credits were refunded; saving the settings again goes on. */
  pausedAt: Date | null;
  failure: string | null;
  /** What keeps top-ups from buying now. It passes by itself. */
  waitsFor: Hindrance | null;
  /** What top-ups have cost in this calendar month (UTC), those under way included. */
  spentThisMonthCents: number;
};

/** Teams are told below this many credits until they say otherwise. */
export const NOTICE_BELOW = 10;

export async function getBalanceWatch(ctx: Ctx, now = new Date()): Promise<BalanceWatch> {
  requirePermission(ctx.actor, 'billing:read');
  const [row] = await ctx.db.select().from(balanceWatch).where(eq(balanceWatch.organizationId, ctx.orgId));
  const topUp =
    row?.topUpEnabled && row.topUpPack && row.topUpBelow && row.topUpMonthlyCapCents
      ? {
          pack: row.topUpPack as PackId,
          below: row.topUpBelow,
          monthlyCapCents: row.topUpMonthlyCapCents,
        }
      : null;
  return {
    noticeBelow: row ? row.noticeBelow : NOTICE_BELOW,
    topUp,
    pausedAt: row?.topUpPausedAt ?? null,
    failure: row?.topUpFailure ?? null,
    waitsFor: await findHindrance(ctx.db, ctx.orgId),
    spentThisMonthCents: await countTopUps(ctx, now),
  };
}

/** Cents of this month's top-ups, paid or under way. */
export async function countTopUps(ctx: Ctx, now: Date): Promise<number> {
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const [row] = await ctx.db
    .select({ cents: sql<number>`coalesce(sum(${purchaseOrder.amountCents}), 0)`.mapWith(Number) })
    .from(purchaseOrder)
    .where(
      and(
        eq(purchaseOrder.organizationId, ctx.orgId),
        eq(purchaseOrder.channel, 'top-up'),
        inArray(purchaseOrder.status, ['pending', 'paid', 'parked']),
        sql`${purchaseOrder.createdAt} >= ${month.toISOString()}::timestamptz`,
      ),
    );
  return row?.cents ?? 0;
}
