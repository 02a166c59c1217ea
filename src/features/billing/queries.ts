/** Reads of orders and their payments, always of the context's organization. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { payment, purchaseOrder } from '@/db/schema/billing';
import { requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { fromCursor, toCursor } from '@/lib/time-cursor';

export type OrderStatus = (typeof purchaseOrder.$inferSelect)['status'];

export type PaymentRow = {
  orderId: string;
  /** When it was ordered; `paidAt` when the money came. ISO 8601 in JSON. */
  createdAt: Date;
  paidAt: Date | null;
  pack: string;
  credits: number;
  /** Cents: what was paid, or the price while it is not. */
  amountCents: number;
  currency: string;
  status: OrderStatus;
  failure: string | null;
  receiptUrl: string | null;
  invoiceUrl: string | null;
};

export type PaymentPage = { items: PaymentRow[]; nextCursor: string | null };

const COLUMNS = {
  orderId: purchaseOrder.id,
  createdAt: purchaseOrder.createdAt,
  paidAt: payment.paidAt,
  pack: purchaseOrder.pack,
  credits: purchaseOrder.credits,
  amountCents: sql<number>`coalesce(${payment.amountCents}, ${purchaseOrder.amountCents})`.mapWith(Number),
  currency: purchaseOrder.currency,
  status: purchaseOrder.status,
  failure: purchaseOrder.failure,
  receiptUrl: payment.receiptUrl,
  invoiceUrl: payment.invoiceUrl,
};

/** Orders, paid or not, newest first; 1–100 a page. Throws `malformed` for a cursor that we did not give. */
export async function listPayments(
  ctx: Ctx,
  { cursor, limit = 25 }: { cursor?: string; limit?: number },
): Promise<PaymentPage> {
  requirePermission(ctx.actor, 'billing:read');
  const before = cursor === undefined ? null : fromCursor(cursor);
  const rows = await ctx.db
    .select(COLUMNS)
    .from(purchaseOrder)
    .leftJoin(payment, eq(payment.orderId, purchaseOrder.id))
    .where(
      and(
        eq(purchaseOrder.organizationId, ctx.orgId),
        before
          ? sql`(${purchaseOrder.createdAt}, ${purchaseOrder.id}) < (${before.at}::timestamptz, ${before.id})`
          : undefined,
      ),
    )
    .orderBy(desc(purchaseOrder.createdAt), desc(purchaseOrder.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor:
      rows.length > limit && last ? toCursor({ createdAt: last.createdAt, id: last.orderId }) : null,
  };
}

export type OrderDetail = PaymentRow & {
  /** Stripe's page while it still takes a payment. */
  checkoutUrl: string | null;
};

/** Throws `not_found` for another organization's order. */
export async function getOrder(ctx: Ctx, orderId: string, now: Date): Promise<OrderDetail> {
  requirePermission(ctx.actor, 'billing:read');
  const [row] = await ctx.db
    .select({
      ...COLUMNS,
      checkoutUrl: purchaseOrder.checkoutUrl,
      resolvedAt: purchaseOrder.resolvedAt,
      expiresAt: purchaseOrder.expiresAt,
    })
    .from(purchaseOrder)
    .leftJoin(payment, eq(payment.orderId, purchaseOrder.id))
    .where(and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.organizationId, ctx.orgId)));
  if (!row) throw notFound('Order');
  const { resolvedAt, expiresAt, checkoutUrl, ...order } = row;
  const open = resolvedAt === null && expiresAt !== null && expiresAt > now;
  return { ...order, checkoutUrl: open ? checkoutUrl : null };
}
