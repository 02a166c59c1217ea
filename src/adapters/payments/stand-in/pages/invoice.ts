/** The hosted page of an invoice: what its buttons do. */
import { type CardInput, readCard } from '../cards';
import { chargeInvoice } from '../invoice-payments';
import type { Invoice } from '../objects/invoices';
import { addCard, attachCard } from '../payment-methods';
import type { Store } from '../store';
import { followPaid } from '../subscriptions';

export type InvoicePayResult =
  | { status: 'paid' }
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
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') return { status: 'closed' };
  const read = readCard(input, now);
  if (read.kind === 'incomplete') return { status: 'incomplete', fields: read.fields };
  const method = addCard(store, read.card, now);
  const decline = chargeInvoice(store, invoice, method, now, { present: true });
  if (decline) return { status: 'declined', message: decline.message };
  const customer = store.customers[invoice.customer ?? ''];
  if (customer) attachCard(store, method, customer, now);
  const subscription = store.subscriptions[invoice._subscription ?? ''];
  if (subscription) followPaid(store, subscription, now);
  return { status: 'paid' };
}
