import { and, eq, or, sql } from 'drizzle-orm';
import { purchaseOrder, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { replayOrder } from '../checkout/replay-order';
import { replayEvent } from '../webhook/replay-event';

export type Replayed = { id: string; status: string; reason: string | null };

/**
 * Applies something parked again: an order with its events, or an event, whose order comes along when it is parked, too. Answers what
 * became of it. Throws `conflict` for what is not parked.
 */
export async function replay(db: Db, id: string, scope: { now: Date; appUrl: string }): Promise<Replayed> {
  const orderId = id.startsWith('ord_') ? id : await findParkedOrder(db, id);
  if (orderId) return describe(await replayOrder(db, orderId, scope));
  const outcome = await replayEvent(db, id, scope);
  const reason = outcome?.status === 'parked' ? outcome.reason : null;
  return { id, status: outcome?.status ?? 'applied', reason };
}

function describe(order: { id: string; status: string; failure: string | null }): Replayed {
  return { id: order.id, status: order.status, reason: order.failure };
}

/** The parked order that a parked event is about. */
async function findParkedOrder(db: Db, eventId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: purchaseOrder.id })
    .from(stripeInbox)
    .innerJoin(
      purchaseOrder,
      or(
        eq(purchaseOrder.stripeSessionId, stripeInbox.objectId),
        eq(purchaseOrder.stripeInvoiceId, stripeInbox.objectId),
        eq(purchaseOrder.stripeSubscriptionId, stripeInbox.objectId),
        sql`${stripeInbox.lastError} like '%' || ${purchaseOrder.id} || '%'`,
      ),
    )
    .where(
      and(
        eq(stripeInbox.eventId, eventId),
        eq(stripeInbox.status, 'parked'),
        eq(purchaseOrder.status, 'parked'),
      ),
    );
  return row?.id ?? null;
}
