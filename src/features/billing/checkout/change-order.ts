import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { emitEvent } from '@/features/notifications/emit-event';
import type { Order } from './place-order';

/** Writes an order's new state, under its lock, and tells open pages. */
export async function changeOrder(ctx: Ctx, order: Order, values: Partial<Order>): Promise<void> {
  await ctx.db
    .update(purchaseOrder)
    .set(values)
    .where(and(eq(purchaseOrder.id, order.id), eq(purchaseOrder.organizationId, ctx.orgId)));
  await emitEvent(ctx, {
    type: 'payment.changed',
    data: { orderId: order.id, status: values.status ?? order.status },
  });
}
