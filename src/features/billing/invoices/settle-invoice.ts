/** Brings an order that is paid by invoice to what Stripe says about the invoice. */
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Ctx } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import type { Db, OrgId } from '@/db/types';
import { recordAudit } from '@/features/audit/record-audit';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { DAY, plus } from '@/lib/time';
import { changeOrder } from '../checkout/change-order';
import { findCustomer } from '../checkout/ensure-customer';
import type { Order } from '../checkout/place-order';
import { recordPayment } from '../checkout/record-payment';
import { type ApplyScope, type Effect, ignore, type Outcome } from '../effects';
import { keptText } from '../kept-words';
import { offerLabel } from '../label-words';
import { type InvoiceFacts, readInvoice } from '../plans/invoice-facts';
import { showUnpaidTopUp } from '../top-ups/end-top-up';
import { fillFromInvoice } from './fill-from-invoice';
import { findMoneyMismatch } from './invoice-money-rules';
import { showUnpaid, type Told } from './show-unpaid';

/** For invoices without a subscription. Those that Checkout wrote for a paid page belong to its payment. */
export async function manualInvoice(
  stripe: Stripe,
  invoice: Stripe.Invoice,
  told: Told = {},
): Promise<Effect> {
  const facts = await readInvoice(stripe, invoice.id);
  if (!facts) return ignore;
  const hint = invoice.metadata?.order_id ?? null;
  return (scope) => settleInvoice(scope, facts, hint, told);
}

/**
 * Grants the credits of an order whose invoice is paid, once; shows void, written-off, overdue and declined ones. A top-up that
 * was declined ends. What does not agree with our order is parked. `orderHint` only helps where we died before the invoice's id was written down.
 */
export async function settleInvoice(
  scope: ApplyScope,
  invoice: InvoiceFacts,
  orderHint: string | null,
  told: Told = {},
): Promise<Outcome> {
  const order = await lockOrder(scope.db, invoice.id, orderHint);
  if (!order) return fillFromInvoice(scope, invoice);
  const ctx = scope.ctxOf(order.organizationId as OrgId);
  if (order.status === 'paid') return { status: 'applied' };
  // Settled by hand: what Stripe says of it is no news.
  if (order.status === 'closed') return { status: 'ignored' };
  const mismatch = await findMismatch(ctx, order, invoice);
  if (mismatch) return park(ctx, order, invoice, mismatch, scope.now);
  if (order.status === 'parked') return { status: 'parked', reason: order.failure ?? 'the order is parked' };
  if (order.channel === 'top-up' && invoice.status !== 'paid') {
    await showUnpaidTopUp(scope, ctx, order, invoice);
    return { status: 'applied' };
  }
  switch (invoice.status) {
    case 'paid':
      if (await recordPayment(ctx, order, paidBy(invoice), scope)) return { status: 'applied' };
      return park(ctx, order, invoice, 'a payment that was counted before', scope.now);
    case 'void':
      await end(ctx, order, 'cancelled', null, scope.now);
      return { status: 'applied' };
    case 'uncollectible':
      await end(ctx, order, 'failed', keptText('writtenOff'), scope.now);
      return { status: 'applied' };
    case 'draft':
      // Its making broke off and nobody went on with it: nothing was sent.
      if (order.createdAt < plus(scope.now, -2 * DAY)) await end(ctx, order, 'expired', null, scope.now);
      return { status: 'applied' };
    default:
      await showUnpaid(scope, ctx, order, invoice, told);
      return { status: 'applied' };
  }
}

async function lockOrder(db: Db, invoiceId: string, hint: string | null): Promise<Order | null> {
  const [row] = await db
    .select()
    .from(purchaseOrder)
    .where(
      and(
        inArray(purchaseOrder.channel, ['invoice', 'top-up']),
        or(
          eq(purchaseOrder.stripeInvoiceId, invoiceId),
          and(isNull(purchaseOrder.stripeInvoiceId), eq(purchaseOrder.id, hint ?? '')),
        ),
      ),
    )
    .for('update');
  return row ?? null;
}

async function findMismatch(ctx: Ctx, order: Order, invoice: InvoiceFacts): Promise<string | null> {
  const customerId = await findCustomer(ctx);
  if (!customerId || customerId !== invoice.customerId) return 'an invoice of another customer';
  if (invoice.currency !== order.currency) return 'an invoice in another currency';
  if (invoice.status === 'draft') return null;
  if (invoice.subtotal !== order.amountCents) return 'an invoice of another price';
  return invoice.status === 'paid'
    ? findMoneyMismatch(invoice, { customerId, currency: order.currency })
    : null;
}

function paidBy(invoice: InvoiceFacts) {
  const { id, money, paymentKey, amountPaid, tax, invoiceUrl, paidAt } = invoice;
  return {
    ...money,
    paymentKey,
    amountCents: amountPaid,
    taxCents: tax,
    sessionId: null,
    invoiceId: id,
    invoiceUrl,
    paidAt,
  };
}

async function park(
  ctx: Ctx,
  order: Order,
  invoice: InvoiceFacts,
  reason: string,
  now: Date,
): Promise<Outcome> {
  const outcome: Outcome = {
    status: 'parked',
    reason: `${reason} (invoice ${invoice.id}, order ${order.id})`,
  };
  if (order.status === 'parked') return outcome;
  await changeOrder(ctx, order, {
    status: 'parked',
    failure: keptText('parkedInvoice'),
    resolvedAt: now,
  });
  await recordAudit(ctx, {
    action: 'billing.park',
    subjectType: 'order',
    subjectId: order.id,
    data: { reason, invoiceId: invoice.id },
  });
  return outcome;
}

async function end(
  ctx: Ctx,
  order: Order,
  status: 'cancelled' | 'failed' | 'expired',
  failure: string | null,
  now: Date,
): Promise<void> {
  if (order.status === status) return;
  await changeOrder(ctx, order, { status, failure, resolvedAt: now });
  if (status !== 'failed') return;
  await tellAdmins(ctx, {
    type: 'payment.failed',
    title: (texts) => texts.t('billing.notice.writtenOffTitle'),
    body: (texts) => texts.t('billing.notice.writtenOff', { what: offerLabel(order, texts) }),
    href: `billing/payments/${order.id}`,
    dedupeKey: `invoice-written-off:${order.id}`,
  });
}
