/** What else happens when a payment has succeeded: a card is kept, its invoice is paid, its plan goes on. */
import type { Decline } from './cards';
import { record } from './events';
import { invoiceOf, markPaid } from './invoice-payments';
import type { PaymentIntent } from './objects/payments';
import { attachCard } from './payment-methods';
import { answerBank } from './payments';
import type { Store } from './store';
import { followPaid } from './subscriptions';

export function followPayment(store: Store, payment: PaymentIntent, now: Date): void {
  const customer = payment.customer ? store.customers[payment.customer] : undefined;
  const method = payment.payment_method ? store.paymentMethods[payment.payment_method] : undefined;
  if (payment.setup_future_usage && customer && method) attachCard(store, method, customer, now);
  const invoice = invoiceOf(store, payment);
  if (!invoice) return;
  markPaid(store, invoice, payment, now);
  const subscription = store.subscriptions[invoice._subscription ?? ''];
  if (subscription) followPaid(store, subscription, now);
}

/** The card's owner has told the bank. Null when it is paid now. */
export function answerBankAndFollow(
  store: Store,
  payment: PaymentIntent,
  confirmed: boolean,
  now: Date,
): Decline | null {
  const invoice = invoiceOf(store, payment);
  const decline = answerBank(store, payment, confirmed, now);
  if (!decline) followPayment(store, payment, now);
  else if (invoice) record(store, 'invoice.payment_failed', invoice, now);
  return decline;
}
