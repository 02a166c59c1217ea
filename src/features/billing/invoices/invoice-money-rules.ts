/** Pure: whether a paid invoice was really paid, with money that is ours. */
import type { InvoiceFacts } from '../plans/invoice-facts';

/**
 * Why the money of a paid invoice does not make its total, or null. `paid` is Stripe's word also for an invoice that a credit note
 * has brought down or that somebody has marked as paid elsewhere, so the sums decide: what came in and what the customer's
 * balance gave are the whole total, and nothing was let off.
 */
export function findMoneyMismatch(
  invoice: InvoiceFacts,
  { customerId, currency }: { customerId: string; currency: string },
): string | null {
  if (invoice.total !== invoice.subtotal - invoice.discount + invoice.addedTax) return 'another total';
  if (invoice.letOff !== 0) return 'a part was let off by a credit note';
  if (invoice.amountPaid + invoice.balanceUsed !== invoice.total) return 'not paid as a whole';
  const { payments } = invoice;
  if (payments.some((payment) => payment.status !== 'succeeded')) return 'a payment that did not succeed';
  if (payments.some((payment) => payment.currency !== currency)) return 'a payment in another currency';
  if (payments.some((payment) => payment.customerId !== customerId)) return 'a payment of another customer';
  const received = payments.reduce((total, payment) => total + payment.amount, 0);
  return payments.length > 0 && received !== invoice.amountPaid ? 'a payment of another amount' : null;
}
