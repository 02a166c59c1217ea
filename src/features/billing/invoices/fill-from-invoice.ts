import { fillPayment } from '../checkout/fill-payment';
import type { ApplyScope, Outcome } from '../effects';
import { lockPaymentOf, orgOf } from '../payments/payment-locks';
import type { InvoiceFacts } from '../plans/invoice-facts';

/**
 * The invoice that Checkout writes for a paid page comes after its payment, sometimes after we have recorded it: then it is added
 * to the payment. One of no payment of ours is ignored.
 */
export async function fillFromInvoice(scope: ApplyScope, invoice: InvoiceFacts): Promise<Outcome> {
  const { id, status, paymentKey, invoiceUrl, amountPaid, currency, money } = invoice;
  if (status !== 'paid') return { status: 'ignored' };
  const row = await lockPaymentOf(scope.db, { id: null, paymentId: paymentKey });
  if (!row || row.amountCents !== amountPaid || row.currency !== currency) return { status: 'ignored' };
  const { feeCents, netCents, receiptUrl } = money;
  await fillPayment(scope.ctxOf(orgOf(row)), row, {
    stripeInvoiceId: id,
    invoiceUrl,
    receiptUrl,
    feeCents,
    netCents,
  });
  return { status: 'applied' };
}
