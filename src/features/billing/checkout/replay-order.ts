import { and, eq, inArray, like, or } from 'drizzle-orm';
import { inTransaction } from '@/db/context';
import { purchaseOrder, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { recordAudit } from '@/features/audit/record-audit';
import { jobCtx } from '@/jobs/trusted-ctx';
import { AppError } from '@/lib/errors';
import { replayEvent } from '../webhook/replay-event';
import { changeOrder } from './change-order';
import { checkOrder } from './check-order';
import type { Order } from './place-order';

/**
 * Opens a parked order again, after staff put right what was in its way, asks Stripe about it and applies the parked events about the
 * same objects. Answers the order as it is then: it may be parked again. Throws `conflict` for one that is not parked.
 */
export async function replayOrder(
  db: Db,
  orderId: string,
  scope: { now: Date; appUrl: string },
): Promise<Order> {
  const order = await reopen(db, orderId);
  await checkOrder(jobCtx(db, order.organizationId, 'billing.replay'), { orderId }, scope);
  for (const eventId of await listParkedEvents(db, order)) await replayEvent(db, eventId, scope);
  const [after] = await db.select().from(purchaseOrder).where(eq(purchaseOrder.id, orderId));
  return after ?? order;
}

async function reopen(db: Db, orderId: string): Promise<Order> {
  return db.transaction(async (transaction) => {
    const inside = transaction as Db;
    const [order] = await inside
      .select()
      .from(purchaseOrder)
      .where(and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.status, 'parked')))
      .for('update');
    if (!order) throw new AppError('conflict', `There is no parked order ${orderId}.`);
    await inTransaction(jobCtx(inside, order.organizationId, 'billing.replay'), async (ctx) => {
      await changeOrder(ctx, order, { status: 'pending', failure: null, resolvedAt: null });
      await recordAudit(ctx, { action: 'billing.replay', subjectType: 'order', subjectId: orderId });
    });
    return order;
  });
}

/** Oldest first: about its page, invoice, payment or plan, or parked because of it. */
export async function listParkedEvents(db: Db, order: Order): Promise<string[]> {
  const { stripeSessionId, stripeInvoiceId, stripeSubscriptionId } = order;
  const objects = [stripeSessionId, stripeInvoiceId, stripeSubscriptionId];
  const events = await db
    .select({ id: stripeInbox.eventId })
    .from(stripeInbox)
    .where(
      and(
        eq(stripeInbox.status, 'parked'),
        or(
          inArray(
            stripeInbox.objectId,
            objects.filter((id) => id !== null),
          ),
          like(stripeInbox.lastError, `%${order.id}%`),
        ),
      ),
    )
    .orderBy(stripeInbox.receivedAt);
  return events.map(({ id }) => id);
}
