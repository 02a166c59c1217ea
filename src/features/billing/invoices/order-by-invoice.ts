import { and, eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { z } from 'zod';
import { stripeAccount } from '@/adapters/payments/stripe';
import { callStripe } from '@/adapters/payments/stripe-errors';
import { type Ctx, inTransaction } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { emitEvent } from '@/features/notifications/emit-event';
import { requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { currentTexts } from '@/texts/current-texts';
import { orderEnded } from '../checkout/order-ended';
import { type Order, placeOrder } from '../checkout/place-order';
import { withCustomer } from '../checkout/stripe-customer';
import { invoiceOrderInput } from '../input';
import { offerOf } from '../offers';
import { INVOICE_DUE_DAYS, INVOICE_FROM_CENTS } from '../price-list';
import { fromSeconds, orWithout } from '../stripe-reads';
import { openInvoice } from './open-invoice';

export type InvoiceOrderInput = z.input<typeof invoiceOrderInput>;

export type InvoiceOrder = {
  orderId: string;
  /** Stripe's page of the invoice. */
  hostedUrl: string | null;
  dueAt: Date | null;
};

/**
 * Orders a pack or credits by an invoice that Stripe sends, due in `INVOICE_DUE_DAYS`; the credits come when it is paid. The same
 * key answers the same order and continues it where it broke off. Throws `conflict` for what costs less than `INVOICE_FROM_CENTS`
 * and for an order that ended before its invoice was sent, `unavailable` when Stripe does not answer.
 */
export async function orderByInvoice(ctx: Ctx, input: InvoiceOrderInput): Promise<InvoiceOrder> {
  requirePermission(ctx.actor, 'billing:buy');
  const { idempotencyKey, poNumber, ...choice } = invoiceOrderInput.parse(input);
  const offer = offerOf(choice);
  if (offer.amountCents < INVOICE_FROM_CENTS) {
    const { t, cents } = currentTexts();
    const message = t('billing.refused.tooSmallForInvoice', { from: cents(INVOICE_FROM_CENTS) });
    throw new AppError('conflict', message, { reason: 'too_small' });
  }
  const order = await placeOrder(ctx, offer, { idempotencyKey, channel: 'invoice', poNumber });
  if (order.checkoutUrl) return { orderId: order.id, hostedUrl: order.checkoutUrl, dueAt: order.expiresAt };
  if (order.resolvedAt) throw orderEnded(order);
  const { client } = await stripeAccount();
  const invoice = await callStripe(() =>
    withCustomer(ctx, client, (customer) => sendInvoice(ctx, client, order, customer)),
  );
  const dueAt = invoice.due_date ? fromSeconds(invoice.due_date) : null;
  const hostedUrl = invoice.hosted_invoice_url ?? null;
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .update(purchaseOrder)
      .set({ checkoutUrl: hostedUrl, expiresAt: dueAt })
      .where(and(eq(purchaseOrder.id, order.id), eq(purchaseOrder.organizationId, ctx.orgId)));
    await emitEvent(ctx, { type: 'payment.changed', data: { orderId: order.id, status: 'pending' } });
  });
  return { orderId: order.id, hostedUrl, dueAt };
}

async function sendInvoice(
  ctx: Ctx,
  stripe: Stripe,
  order: Order,
  customer: string,
): Promise<Stripe.Invoice> {
  // What Stripe writes on invoices and mails about them is in the customer's language. A wish: without it the order goes on.
  await orWithout(stripe.customers.update(customer, { preferred_locales: [order.language] }));
  const terms = { collection_method: 'send_invoice', days_until_due: INVOICE_DUE_DAYS } as const;
  const invoice = await openInvoice(ctx, stripe, order, customer, terms);
  if (invoice.status !== 'open') return invoice;
  return stripe.invoices.sendInvoice(invoice.id, {}, { idempotencyKey: `invoice-send:${invoice.id}` });
}
