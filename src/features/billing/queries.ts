/** Reads of orders and their payments, always of the context's organization. */
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Ctx } from '@/db/context';
import { dispute, payment, purchaseOrder } from '@/db/schema/billing';
import { tellLabel } from '@/features/credits/sold-labels';
import { requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { fromCursor, toCursor } from '@/lib/time-cursor';
import { currentTexts } from '@/texts/current-texts';
import type { Texts } from '@/texts/make-texts';
import { tellKept } from './kept-words';
import { offerLabel } from './label-words';

export type OrderStatus = (typeof purchaseOrder.$inferSelect)['status'];
type DisputeStatus = (typeof dispute.$inferSelect)['status'];

export type PaymentRow = {
  /** What its page is called by: the payment's id or, while nothing was paid, the order's. */
  id: string;
  /** Null for a renewal of a plan, which nobody ordered anew. */
  orderId: string | null;
  paymentId: string | null;
  /** When it was ordered; `paidAt` when the money came. ISO 8601 in JSON. */
  createdAt: Date;
  paidAt: Date | null;
  kind: 'pack' | 'custom' | 'plan';
  /** What was bought: "Starter pack", "Plus plan, November 2026". */
  label: string;
  /** A plan's renewal is charged by itself: `plan`. */
  channel: 'checkout' | 'invoice' | 'top-up' | 'plan';
  pack: string;
  credits: number;
  /** Cents: what was paid, or the price while it is not. */
  amountCents: number;
  taxCents: number;
  refundedCents: number;
  disputed: DisputeStatus | null;
  currency: string;
  status: OrderStatus;
  failure: string | null;
  /** Until when a sent invoice is to be paid, and since when it is overdue. */
  dueAt: Date | null;
  overdueSince: Date | null;
  poNumber: string | null;
  receiptUrl: string | null;
  invoiceUrl: string | null;
  /** Where it can be paid now: Stripe's page or the hosted invoice. */
  payUrl: string | null;
};

export type PaymentPage = { items: PaymentRow[]; nextCursor: string | null };

const DISPUTED = sql<DisputeStatus | null>`(
  select ${dispute.status} from ${dispute} where ${dispute.paymentId} = ${payment.id}
  order by ${dispute.status} = 'open' desc, ${dispute.createdAt} desc limit 1)`;

const ORDER_COLUMNS = {
  orderId: purchaseOrder.id,
  paymentId: payment.id,
  createdAt: purchaseOrder.createdAt,
  paidAt: payment.paidAt,
  kind: purchaseOrder.kind,
  paidLabel: payment.label,
  channel: purchaseOrder.channel,
  pack: purchaseOrder.pack,
  credits: purchaseOrder.credits,
  amountCents: sql<number>`coalesce(${payment.amountCents}, ${purchaseOrder.amountCents})`.mapWith(Number),
  taxCents: sql<number>`coalesce(${payment.taxCents}, 0)`.mapWith(Number),
  refundedCents: sql<number>`coalesce(${payment.refundedCents}, 0)`.mapWith(Number),
  disputed: DISPUTED,
  currency: purchaseOrder.currency,
  status: purchaseOrder.status,
  failure: purchaseOrder.failure,
  poNumber: purchaseOrder.poNumber,
  receiptUrl: payment.receiptUrl,
  invoiceUrl: payment.invoiceUrl,
  checkoutUrl: purchaseOrder.checkoutUrl,
  expiresAt: purchaseOrder.expiresAt,
  overdueSince: purchaseOrder.overdueSince,
  resolvedAt: purchaseOrder.resolvedAt,
};

const PLAN_COLUMNS = {
  paymentId: payment.id,
  createdAt: payment.createdAt,
  paidAt: payment.paidAt,
  kind: payment.kind,
  label: payment.label,
  credits: payment.credits,
  amountCents: payment.amountCents,
  taxCents: payment.taxCents,
  refundedCents: payment.refundedCents,
  disputed: DISPUTED,
  currency: payment.currency,
  receiptUrl: payment.receiptUrl,
  invoiceUrl: payment.invoiceUrl,
};

export type PaymentFilter = {
  cursor?: string;
  limit?: number;
  /** Only orders in this state; payments of plans are `paid`. */
  status?: OrderStatus;
};

/** Orders, paid or not, and payments of plans, newest first; 1–100 a page. Throws `malformed` for a cursor that we did not give. */
export async function listPayments(
  ctx: Ctx,
  filter: PaymentFilter,
  now = new Date(),
  texts = currentTexts(),
): Promise<PaymentPage> {
  requirePermission(ctx.actor, 'billing:read');
  const { cursor, limit = 25, status } = filter;
  const before = cursor === undefined ? null : fromCursor(cursor);
  const older = (at: AnyPgColumn, id: AnyPgColumn): SQL | undefined =>
    before ? sql`(${at}, ${id}) < (${before.at}::timestamptz, ${before.id})` : undefined;
  const [orders, plans] = await Promise.all([
    readOrders(
      ctx,
      and(
        status ? eq(purchaseOrder.status, status) : undefined,
        older(purchaseOrder.createdAt, purchaseOrder.id),
      ),
      limit + 1,
      now,
      texts,
    ),
    status === undefined || status === 'paid'
      ? readPlans(ctx, older(payment.createdAt, payment.id), limit + 1, texts)
      : [],
  ]);
  const rows = [...orders, ...plans].sort(newestFirst);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor:
      rows.length > limit && last ? toCursor({ createdAt: last.createdAt, id: placeOf(last) }) : null,
  };
}

/** One order or payment by the id of its page. Throws `not_found` for another organization's. */
export async function findPaymentRow(ctx: Ctx, id: string, now: Date, texts: Texts): Promise<PaymentRow> {
  requirePermission(ctx.actor, 'billing:read');
  const byId = sql`(${purchaseOrder.id} = ${id} or ${payment.id} = ${id})`;
  const [order] = await readOrders(ctx, byId, 1, now, texts);
  const [row] = order ? [order] : await readPlans(ctx, eq(payment.id, id), 1, texts);
  if (!row) throw notFound('payment');
  return row;
}

export type OrderDetail = PaymentRow & {
  orderId: string;
  /** Stripe's page while it still takes a payment. */
  checkoutUrl: string | null;
};

/** Throws `not_found` for another organization's order. */
export async function getOrder(
  ctx: Ctx,
  orderId: string,
  now: Date,
  texts = currentTexts(),
): Promise<OrderDetail> {
  requirePermission(ctx.actor, 'billing:read');
  const [order] = await readOrders(ctx, eq(purchaseOrder.id, orderId), 1, now, texts);
  if (!order) throw notFound('order');
  return { ...order, orderId, checkoutUrl: order.payUrl };
}

async function readOrders(
  ctx: Ctx,
  where: SQL | undefined,
  limit: number,
  now: Date,
  texts: Texts,
): Promise<PaymentRow[]> {
  const rows = await ctx.db
    .select(ORDER_COLUMNS)
    .from(purchaseOrder)
    .leftJoin(payment, eq(payment.orderId, purchaseOrder.id))
    .where(and(eq(purchaseOrder.organizationId, ctx.orgId), where))
    .orderBy(desc(purchaseOrder.createdAt), desc(purchaseOrder.id))
    .limit(limit);
  return rows.map(({ paidLabel, checkoutUrl, expiresAt, overdueSince, resolvedAt, ...row }) => {
    const billed = row.channel === 'invoice' && row.status === 'pending';
    const open =
      resolvedAt === null && (row.channel === 'invoice' || (expiresAt !== null && expiresAt > now));
    return {
      ...row,
      id: row.paymentId ?? row.orderId,
      label: paidLabel ? tellLabel(paidLabel, texts) : offerLabel(row, texts),
      failure: tellKept(row.failure, texts),
      dueAt: billed ? expiresAt : null,
      overdueSince: billed ? overdueSince : null,
      payUrl: open ? checkoutUrl : null,
    };
  });
}

async function readPlans(
  ctx: Ctx,
  where: SQL | undefined,
  limit: number,
  texts: Texts,
): Promise<PaymentRow[]> {
  const rows = await ctx.db
    .select(PLAN_COLUMNS)
    .from(payment)
    .where(and(eq(payment.organizationId, ctx.orgId), isNull(payment.orderId), where))
    .orderBy(desc(payment.createdAt), desc(payment.id))
    .limit(limit);
  return rows.map((row) => ({
    ...row,
    id: row.paymentId,
    label: tellLabel(row.label, texts),
    orderId: null,
    channel: 'plan',
    pack: row.kind,
    status: 'paid',
    failure: null,
    dueAt: null,
    overdueSince: null,
    poNumber: null,
    payUrl: null,
  }));
}

function placeOf(row: PaymentRow): string {
  return row.orderId ?? row.id;
}

function newestFirst(a: PaymentRow, b: PaymentRow): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (placeOf(a) < placeOf(b) ? 1 : -1);
}
