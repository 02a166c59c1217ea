/** Invoices that orders wait for, also those that were written before the window: an invoice is paid within weeks. */
import { and, eq, isNull } from 'drizzle-orm';
import { purchaseOrder } from '@/db/schema/billing';
import { manualInvoice } from '../invoices/settle-invoice';
import { orNull } from '../stripe-reads';
import { type Comparison, count, differ } from './comparison';
import { each, repair } from './reconcile-steps';

export async function compareInvoices(comparison: Comparison): Promise<void> {
  const orders = await comparison.db
    .select({ id: purchaseOrder.id, invoiceId: purchaseOrder.stripeInvoiceId })
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.channel, 'invoice'), isNull(purchaseOrder.resolvedAt)));
  count(comparison, 'open invoices', orders.length);
  await each(
    comparison,
    orders,
    ({ id }) => id,
    async ({ id, invoiceId }) => {
      if (!invoiceId) return;
      const { stripe } = comparison;
      const invoice = await orNull(stripe.invoices.retrieve(invoiceId));
      if (!invoice) return differ(comparison, id, `Stripe knows no invoice ${invoiceId}`);
      if (invoice.status === 'open' || invoice.status === 'draft') return;
      await repair(comparison, id, `invoice ${invoiceId}`, () => manualInvoice(stripe, invoice));
    },
  );
}
