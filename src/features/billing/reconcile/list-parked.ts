/** What waits for staff: parked orders and parked events, each with the reason. */
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { auditEvent } from '@/db/schema/audit';
import { purchaseOrder, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { formatCents } from '@/lib/money';
import type { Order } from '../checkout/place-order';
import { keptLabel } from '../label-words';

/** Of each kind. */
const AT_MOST = 50;

export type Parked = { id: string; line: string };

/** The oldest first. With `untold` only what staff were not told of, locked until the transaction ends. */
export async function listParked(db: Db, { untold = false } = {}): Promise<Parked[]> {
  const orders = db
    .select()
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.status, 'parked'), untold ? isNull(purchaseOrder.toldAt) : undefined))
    .orderBy(purchaseOrder.createdAt, purchaseOrder.id)
    .limit(AT_MOST);
  const events = db
    .select()
    .from(stripeInbox)
    .where(and(eq(stripeInbox.status, 'parked'), untold ? isNull(stripeInbox.toldAt) : undefined))
    .orderBy(stripeInbox.receivedAt, stripeInbox.eventId)
    .limit(AT_MOST);
  const lock = { skipLocked: true } as const;
  const parkedOrders = await (untold ? orders.for('update', lock) : orders);
  const parkedEvents = await (untold ? events.for('update', lock) : events);
  return [
    ...(await describeOrders(db, parkedOrders)),
    ...parkedEvents.map(({ eventId, type, objectId, lastError }) => ({
      id: eventId,
      line: `${eventId}: ${type} about ${objectId}: ${lastError ?? ''}`,
    })),
  ];
}

/** With the reason that was audited when they were parked. */
async function describeOrders(db: Db, orders: readonly Order[]): Promise<Parked[]> {
  const ids = orders.map(({ id }) => id);
  if (ids.length === 0) return [];
  const reason: SQL<string | null> = sql`${auditEvent.data}->>'reason'`;
  const audits = await db
    .select({ orderId: auditEvent.subjectId, reason })
    .from(auditEvent)
    .where(
      and(
        inArray(
          auditEvent.organizationId,
          orders.map(({ organizationId }) => organizationId),
        ),
        eq(auditEvent.action, 'billing.park'),
        inArray(auditEvent.subjectId, ids),
      ),
    )
    .orderBy(auditEvent.createdAt, auditEvent.id);
  const reasons = new Map(audits.map(({ orderId, reason }) => [orderId, reason]));
  return orders.map((order) => {
    const what = `${keptLabel(order)}, ${formatCents(order.amountCents)}, team ${order.organizationId}`;
    return { id: order.id, line: `${order.id}: ${what}: ${reasons.get(order.id) ?? order.failure ?? ''}` };
  });
}
