/** Low balances: told once until there is more again, and topped up with the saved card where a team wants that. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { member } from '@/db/schema/auth';
import { balanceWatch, purchaseOrder } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { recordAudit } from '@/features/audit/record-audit';
import { jobCtx } from '@/jobs/trusted-ctx';
import { notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { readBillingDetails } from '../invoices/billing-details-queries';
import { offerOf } from '../offers';
import { CURRENCY, type PackId, PRICE_VERSION } from '../price-list';
import { countTopUps } from './balance-watch-queries';
import { chargeTopUp } from './charge-top-up';
import { countAvailable, findHindrance, takeDueBalances, watchNewBuyers } from './low-balances';
import { lockWatch } from './save-balance-watch';
import { tellCapReached, tellLowBalance } from './tell-balance';

type Watch = typeof balanceWatch.$inferSelect;
type Options = { now: Date; appUrl: string; signal: AbortSignal };

/** One round over all teams. A team that fails does not keep the others waiting; it is tried again with the next round. */
export async function watchBalances(db: Db, { now, appUrl, signal }: Options): Promise<void> {
  await watchNewBuyers(db);
  for (const { orgId } of await takeDueBalances(db, now)) {
    if (signal.aborted) return;
    await attempt(orgId, () => watchTeam(jobCtx(db, orgId, 'billing.watch-balances'), { now, appUrl }));
  }
  for (const { id, orgId } of await findOpenTopUps(db)) {
    if (signal.aborted) return;
    await attempt(orgId, () => chargeTopUp(jobCtx(db, orgId, 'billing.watch-balances'), id, { now, appUrl }));
  }
}

async function attempt(orgId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn({ err: error, orgId }, 'balance not watched');
  }
}

/** Orders of top-ups whose money is not decided: just made, or left by a process that died. */
async function findOpenTopUps(db: Db): Promise<{ id: string; orgId: string }[]> {
  return db
    .select({ id: purchaseOrder.id, orgId: purchaseOrder.organizationId })
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.channel, 'top-up'), isNull(purchaseOrder.resolvedAt)))
    .orderBy(asc(purchaseOrder.createdAt), asc(purchaseOrder.id))
    .limit(100);
}

/** Decides under the lock of the team's settings; the charge follows outside, by the order that is written here. */
async function watchTeam(ctx: Ctx, { now, appUrl }: { now: Date; appUrl: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const watch = await lockWatch(ctx);
    if (!watch) return;
    const available = await countAvailable(ctx.db, ctx.orgId);
    const free = (await findHindrance(ctx.db, ctx.orgId)) === null;
    const topsUp = free && watch.topUpEnabled && watch.topUpPausedAt === null;
    await notice(ctx, watch, { available, topsUp }, now, appUrl);
    if (topsUp) await orderTopUp(ctx, watch, available, now);
  });
}

async function notice(
  ctx: Ctx,
  watch: Watch,
  { available, topsUp }: { available: number; topsUp: boolean },
  now: Date,
  appUrl: string,
): Promise<void> {
  const below = watch.noticeBelow;
  const low = below !== null && available < below;
  if (low === (watch.toldAt !== null)) return;
  await ctx.db
    .update(balanceWatch)
    .set({ toldAt: low ? now : null })
    .where(eq(balanceWatch.organizationId, ctx.orgId));
  if (low) await tellLowBalance(ctx, { available, below, topsUp }, now, appUrl);
}

/** An order that is open blocks the next one: one shortage is topped up once. */
async function orderTopUp(ctx: Ctx, watch: Watch, available: number, now: Date): Promise<void> {
  const { topUpPack, topUpBelow, topUpMonthlyCapCents: cap } = watch;
  if (!topUpPack || topUpBelow === null || cap === null) return;
  if (available >= topUpBelow) return;
  const open = await ctx.db
    .select({ id: purchaseOrder.id })
    .from(purchaseOrder)
    .where(
      and(
        eq(purchaseOrder.organizationId, ctx.orgId),
        eq(purchaseOrder.channel, 'top-up'),
        isNull(purchaseOrder.resolvedAt),
      ),
    );
  if (open.length > 0) return;
  const offer = offerOf({ pack: topUpPack as PackId });
  if ((await countTopUps(ctx, now)) + offer.amountCents > cap) {
    await tellCapReached(ctx, now.toISOString().slice(0, 7), cap);
    return;
  }
  const id = newId('order');
  await ctx.db.insert(purchaseOrder).values({
    id,
    organizationId: ctx.orgId,
    memberId: await findOwner(ctx),
    idempotencyKey: `top-up:${id}`,
    requestHash: '',
    ...offer,
    channel: 'top-up',
    poNumber: (await readBillingDetails(ctx)).poNumber,
    currency: CURRENCY,
    priceVersion: PRICE_VERSION,
    createdAt: now,
  });
  await recordAudit(ctx, {
    action: 'billing.top_up',
    subjectType: 'order',
    subjectId: id,
    data: { pack: offer.pack, amountCents: offer.amountCents, available, below: topUpBelow },
  });
}

/** In whose name the team buys by itself: its first owner's. */
async function findOwner(ctx: Ctx): Promise<string> {
  const [row] = await ctx.db
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.organizationId, ctx.orgId), eq(member.role, 'owner')))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(1);
  if (!row) throw notFound('owner');
  return row.id;
}
