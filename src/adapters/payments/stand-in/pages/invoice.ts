/** The hosted page of an invoice: what its buttons do. */
import { type CardInput, type Decline, readCard } from '../cards';
import { chargeInvoice, paymentOfInvoice } from '../invoice-payments';
import type { Invoice } from '../objects/invoices';
import { answerBankAndFollow } from '../payment-followers';
import { addCard, attachCard } from '../payment-methods';
import type { Store } from '../store';
import { followPaid } from '../subscriptions';

export type InvoicePayResult =
  | { status: 'paid' }
  /** The card's owner has to confirm it with the bank: `confirmInvoice`. */
  | { status: 'requires_action' }
  | { status: 'declined'; message: string }
  | { status: 'incomplete'; fields: Partial<Record<keyof CardInput, string>> }
  | { status: 'closed' };

/** Pays an open invoice with a card that is typed in. A declined card leaves it open. */
export function payInvoiceByCard(
  store: Store,
  invoice: Invoice,
  input: CardInput,
  now: Date,
): InvoicePayResult {
  if (!canBePaid(invoice)) return { status: 'closed' };
  const read = readCard(input, now);
  if (read.kind === 'incomplete') return { status: 'incomplete', fields: read.fields };
  const method = addCard(store, read.card, now);
  const decline = chargeInvoice(store, invoice, method, now, { present: true });
  if (decline) return toResult(decline);
  const customer = store.customers[invoice.customer ?? ''];
  if (customer) attachCard(store, method, customer, now);
  const subscription = store.subscriptions[invoice._subscription ?? ''];
  if (subscription) followPaid(store, subscription, now);
  return { status: 'paid' };
}

/** What the owner of the card told the bank, of this page or of a charge when nobody was there. */
export function confirmInvoice(
  store: Store,
  invoice: Invoice,
  confirmed: boolean,
  now: Date,
): InvoicePayResult {
  if (!canBePaid(invoice) || !waitsForOwner(store, invoice)) return { status: 'closed' };
  const payment = paymentOfInvoice(store, invoice, now);
  return toResult(answerBankAndFollow(store, payment, confirmed, now));
}

/** Whether its payment waits for the owner of a card. */
export function waitsForOwner(store: Store, invoice: Invoice): boolean {
  return Object.values(store.invoicePayments).some(
    (link) =>
      link.invoice === invoice.id &&
      store.paymentIntents[link.payment.payment_intent]?.status === 'requires_action',
  );
}

function canBePaid({ status }: Invoice): boolean {
  return status === 'open' || status === 'uncollectible';
}

function toResult(decline: Decline | null): InvoicePayResult {
  if (!decline) return { status: 'paid' };
  return decline.waits ? { status: 'requires_action' } : { status: 'declined', message: decline.message };
}
