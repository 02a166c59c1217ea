/** What the page of an invoice shows. */
import type { Invoice } from '../objects/invoices';
import type { Store } from '../store';
import { waitsForOwner } from './invoice';

export type InvoicePage = {
  id: string;
  number: string | null;
  status: string;
  created: Date;
  due: Date | null;
  paidAt: Date | null;
  seller: string;
  customer: { name: string | null; email: string | null; address: string[]; taxIds: string[] };
  customFields: { name: string; value: string }[];
  lines: { id: string; description: string; amount: number; period: { from: Date; to: Date } | null }[];
  /** Cents, like every amount here. */
  subtotal: number;
  discount: number;
  credit: number;
  total: number;
  left: number;
  creditNotes: { number: string; amount: number }[];
  description: string | null;
  footer: string | null;
  canBePaid: boolean;
  /** The owner of the card has to confirm the payment with the bank. */
  waitsForOwner: boolean;
};

/** An invoice, or the one that a credit note is about; null for a draft and for an unknown id. */
export function describeInvoice(store: Store, id: string): InvoicePage | null {
  const invoice = store.invoices[store.creditNotes[id]?.invoice ?? id];
  if (!invoice || invoice.status === 'draft') return null;
  const notes = Object.values(store.creditNotes).filter(
    (note) => note.invoice === invoice.id && note.status !== 'void',
  );
  return {
    ...toPage(invoice),
    waitsForOwner: waitsForOwner(store, invoice),
    creditNotes: notes.map(({ number, amount }) => ({ number, amount })),
  };
}

function toPage(invoice: Invoice): Omit<InvoicePage, 'creditNotes' | 'waitsForOwner'> {
  const { line1, line2, postal_code, city, state, country } = invoice.customer_address ?? {};
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status ?? '',
    created: moment(invoice.created),
    due: invoice.due_date === null ? null : moment(invoice.due_date),
    paidAt: invoice.status_transitions.paid_at ? moment(invoice.status_transitions.paid_at) : null,
    seller: 'headcraft',
    customer: {
      name: invoice.customer_name,
      email: invoice.customer_email,
      address: [line1, line2, [postal_code, city].filter(Boolean).join(' '), state, country].filter(
        (part): part is string => Boolean(part),
      ),
      taxIds: invoice.customer_tax_ids.map(({ value }) => value),
    },
    customFields: invoice.custom_fields ?? [],
    lines: invoice.lines.data.map(({ id, description, amount, period }) => ({
      id,
      description: description ?? '',
      amount,
      period: period.start === period.end ? null : { from: moment(period.start), to: moment(period.end) },
    })),
    subtotal: invoice.subtotal,
    discount: invoice.total_discount_amounts.reduce((sum, { amount }) => sum + amount, 0),
    credit: invoice.starting_balance,
    total: invoice.total,
    left: invoice.amount_remaining,
    description: invoice.description,
    footer: invoice.footer,
    canBePaid: invoice.status === 'open' || invoice.status === 'uncollectible',
  };
}

function moment(seconds: number): Date {
  return new Date(seconds * 1000);
}
