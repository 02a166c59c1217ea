/** Repairs what was missed: events whose job was lost, and orders whose webhooks never came. */
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { purchaseOrder, refund, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { enqueue } from '@/jobs/port';
import { jobCtx } from '@/jobs/trusted-ctx';
import { log } from '@/lib/log';
import { MINUTE, plus } from '@/lib/time';
import { checkOrder } from '../checkout/check-order';
import { executeRefund } from '../refunds/execute-refund';

const EVENTS_AT_ONCE = 200;
const ORDERS_AT_ONCE = 20;

type Options = { now: Date; appUrl: string; signal: AbortSignal };

/** Puts received events older than a minute back into the queue; what failed often waits longer, ten minutes at most. */
export async function requeueEvents(db: Db, now: Date): Promise<number> {
  const waited = sql`make_interval(mins => least(${stripeInbox.attempts}, 9) + 1)`;
  const lost = await db
    .select({ eventId: stripeInbox.eventId })
    .from(stripeInbox)
    .where(
      and(
        eq(stripeInbox.status, 'received'),
        lt(stripeInbox.receivedAt, plus(now, -MINUTE)),
        sql`coalesce(${stripeInbox.attemptedAt}, ${stripeInbox.receivedAt}) < ${now.toISOString()}::timestamptz - ${waited}`,
      ),
    )
    .orderBy(stripeInbox.receivedAt)
    .limit(EVENTS_AT_ONCE);
  for (const { eventId } of lost) {
    await db.transaction(async (transaction) => {
      const db = transaction as Db;
      await db.update(stripeInbox).set({ attemptedAt: now }).where(eq(stripeInbox.eventId, eventId));
      await enqueue(db, 'billing.apply-event', { eventId });
    });
  }
  return lost.length;
}

/** Asks Stripe about open orders: two minutes after they began, then ever more rarely, until they are resolved. */
export async function checkOpenOrders(db: Db, { now, appUrl, signal }: Options): Promise<void> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const open = await db
    .select({ id: purchaseOrder.id, orgId: purchaseOrder.organizationId })
    .from(purchaseOrder)
    .where(
      and(
        isNull(purchaseOrder.resolvedAt),
        sql`coalesce(${purchaseOrder.checkedAt}, ${purchaseOrder.createdAt})
          < ${moment} - greatest(interval '2 minutes', (${moment} - ${purchaseOrder.createdAt}) / 4)`,
      ),
    )
    .orderBy(sql`${purchaseOrder.checkedAt} nulls first`)
    .limit(ORDERS_AT_ONCE);
  for (const { id, orgId } of open) {
    if (signal.aborted) return;
    try {
      await checkOrder(jobCtx(db, orgId, 'billing.sweep-inbox'), { orderId: id }, { now, appUrl });
    } catch (error) {
      log.warn({ err: error, orderId: id }, 'order not checked');
    }
  }
}

/** Sends refunds whose job was lost: pending for some minutes, and Stripe has not heard of them. */
export async function sendLostRefunds(db: Db, { now, appUrl, signal }: Options): Promise<void> {
  const lost = await db
    .select({ id: refund.id })
    .from(refund)
    .where(
      and(
        eq(refund.status, 'pending'),
        isNull(refund.stripeRefundId),
        lt(refund.createdAt, plus(now, -3 * MINUTE)),
      ),
    )
    .orderBy(refund.createdAt)
    .limit(ORDERS_AT_ONCE);
  for (const { id } of lost) {
    if (signal.aborted) return;
    try {
      await executeRefund(db, id, { now, appUrl });
    } catch (error) {
      log.warn({ err: error, refundId: id }, 'refund not sent');
    }
  }
}
