/** Papers that take an invoice back, all of it or a part: before it is paid they lower it, afterwards they say how money went back. */
import type { z } from 'zod';
import { record, seconds } from './events';
import { badRequest, missing } from './faults';
import { dropPayment, markPaid, paymentOfInvoice } from './invoice-payments';
import type { CreditNote, CreditNoteLine, Invoice } from './objects/invoices';
import { listIn } from './objects/kept';
import type { Charge } from './objects/payments';
import { refundCharge } from './refunds';
import type { creditNoteParams } from './resources/credit-notes';
import { type Store, stripeId } from './store';

type Wanted = z.infer<typeof creditNoteParams>;
type Refunds = CreditNote['refunds'];

export function addCreditNote(store: Store, wanted: Wanted, now: Date): CreditNote {
  const invoice = store.invoices[wanted.invoice];
  if (!invoice) throw missing('invoice', wanted.invoice, 'invoice');
  if (invoice.status !== 'open' && invoice.status !== 'paid' && invoice.status !== 'uncollectible') {
    throw badRequest(
      `You can only create a credit note for open, paid or uncollectible invoices. This invoice is ${invoice.status}.`,
      { param: 'invoice' },
    );
  }
  const lines = linesOf(invoice, wanted);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  const before = creditedSoFar(store, invoice);
  if (amount < 1 || amount > invoice.total - before) {
    throw badRequest(
      `The credit note amount (${amount}) exceeds what is left of the invoice (${invoice.total - before}).`,
      { param: 'amount' },
    );
  }
  const paid = invoice.status === 'paid';
  if (!paid && amount > invoice.amount_remaining) {
    throw badRequest('The credit note amount exceeds the amount remaining on the invoice.', {
      param: 'amount',
    });
  }
  const refunds = paid ? refundsOf(store, invoice, wanted, amount, now) : [];
  const note = toNote(store, invoice, wanted, { lines, amount, refunds, paid }, now);
  store.creditNotes[note.id] = note;
  applyToInvoice(store, invoice, note, wanted, now);
  record(store, 'credit_note.created', note, now);
  return note;
}

export function voidCreditNote(store: Store, note: CreditNote, now: Date): void {
  if (note.status === 'void') throw badRequest('This credit note is already void.');
  if (note.type !== 'pre_payment' || store.invoices[note.invoice]?.status !== 'open') {
    throw badRequest('Only credit notes of open invoices can be voided.');
  }
  const invoice = store.invoices[note.invoice];
  if (invoice) {
    invoice.pre_payment_credit_notes_amount -= note.amount;
    invoice.amount_due += note.amount;
    invoice.amount_remaining += note.amount;
  }
  note.status = 'void';
  note.voided_at = seconds(now);
  record(store, 'credit_note.voided', note, now);
}

/** After payment the parts must add up to the whole: refunds, credit for later, or money given outside of Stripe. */
function refundsOf(store: Store, invoice: Invoice, wanted: Wanted, amount: number, now: Date): Refunds {
  const given = wanted.refunds ?? [];
  const linked = given.map(({ refund: id, amount_refunded }) => {
    const refund = store.refunds[id];
    if (!refund) throw missing('refund', id, 'refunds[0][refund]');
    const already = Object.values(store.creditNotes)
      .filter((note) => note.status !== 'void')
      .flatMap((note) => note.refunds)
      .filter((link) => link.refund === id)
      .reduce((sum, link) => sum + link.amount_refunded, 0);
    const part = amount_refunded ?? refund.amount - already;
    if (part < 1 || already + part > refund.amount) {
      throw badRequest(`The refund ${id} is already part of another credit note.`, { param: 'refunds' });
    }
    return { amount_refunded: part, payment_record_refund: null, refund: id, type: 'refund' as const };
  });
  const sum = linked.reduce((total, link) => total + link.amount_refunded, 0);
  const elsewhere =
    (wanted.refund_amount ?? 0) + (wanted.credit_amount ?? 0) + (wanted.out_of_band_amount ?? 0);
  if (sum + elsewhere !== amount) {
    throw badRequest(
      `The sum of refunds, credit_amount and out_of_band_amount (${sum + elsewhere}) must equal the credit note amount (${amount}).`,
      { param: 'amount' },
    );
  }
  if (!wanted.refund_amount) return linked;
  const refund = refundCharge(store, chargeOf(store, invoice, now), { amount: wanted.refund_amount }, now);
  return [
    ...linked,
    { amount_refunded: refund.amount, payment_record_refund: null, refund: refund.id, type: 'refund' },
  ];
}

function chargeOf(store: Store, invoice: Invoice, now: Date): Charge {
  const charge = store.charges[paymentOfInvoice(store, invoice, now).latest_charge ?? ''];
  if (!charge) throw badRequest('This invoice has no charge to refund.', { param: 'refund_amount' });
  return charge;
}

function applyToInvoice(store: Store, invoice: Invoice, note: CreditNote, wanted: Wanted, now: Date): void {
  if (note.type === 'post_payment') {
    invoice.post_payment_credit_notes_amount += note.amount;
    const customer = store.customers[invoice.customer ?? ''];
    if (customer) customer.balance -= wanted.credit_amount ?? 0;
  } else {
    invoice.pre_payment_credit_notes_amount += note.amount;
    invoice.amount_due -= note.amount;
    invoice.amount_remaining -= note.amount;
    const link = Object.values(store.invoicePayments).find((one) => one.invoice === invoice.id);
    const payment = store.paymentIntents[link?.payment.payment_intent ?? ''];
    if (link && payment && payment.status !== 'succeeded') {
      payment.amount = invoice.amount_remaining;
      link.amount_requested = invoice.amount_remaining;
    }
  }
  record(store, 'invoice.updated', invoice, now);
  if (note.type === 'pre_payment' && invoice.amount_remaining === 0) {
    // Stripe calls it paid when nothing is left of it.
    dropPayment(store, invoice, now);
    markPaid(store, invoice, null, now);
  }
}

function linesOf(invoice: Invoice, wanted: Wanted): CreditNoteLine[] {
  if (!wanted.lines) {
    const amount =
      wanted.amount ??
      (wanted.refund_amount ?? 0) +
        (wanted.credit_amount ?? 0) +
        (wanted.out_of_band_amount ?? 0) +
        (wanted.refunds ?? []).reduce((sum, { amount_refunded = 0 }) => sum + amount_refunded, 0);
    return [toLine({ amount, description: invoice.lines.data[0]?.description ?? null })];
  }
  return wanted.lines.map((line) => {
    const quantity = line.quantity ?? 1;
    const amount = line.amount ?? (line.unit_amount ?? 0) * quantity;
    if (line.type === 'custom_line_item')
      return toLine({ amount, description: line.description ?? null, quantity });
    const billed = invoice.lines.data.find(({ id }) => id === line.invoice_line_item);
    if (!billed) throw missing('invoice line item', line.invoice_line_item ?? '', 'lines');
    return toLine({ amount, description: billed.description, invoice_line_item: billed.id, quantity });
  });
}

function toLine(
  given: Pick<CreditNoteLine, 'amount' | 'description'> & { invoice_line_item?: string; quantity?: number },
): CreditNoteLine {
  const { quantity = null, ...rest } = given;
  return {
    id: stripeId('cnli'),
    object: 'credit_note_line_item',
    ...rest,
    discount_amount: 0,
    discount_amounts: [],
    livemode: false,
    metadata: {},
    quantity,
    taxes: [],
    type: rest.invoice_line_item ? 'invoice_line_item' : 'custom_line_item',
    unit_amount: null,
  };
}

function toNote(
  store: Store,
  invoice: Invoice,
  wanted: Wanted,
  {
    lines,
    amount,
    refunds,
    paid,
  }: { lines: CreditNoteLine[]; amount: number; refunds: Refunds; paid: boolean },
  now: Date,
): CreditNote {
  const id = stripeId('cn');
  const before = Object.values(store.creditNotes).filter((note) => note.invoice === invoice.id).length;
  return {
    id,
    object: 'credit_note',
    amount,
    amount_shipping: 0,
    created: seconds(now),
    currency: invoice.currency,
    customer: invoice.customer ?? '',
    customer_balance_transaction: null,
    discount_amount: 0,
    discount_amounts: [],
    effective_at: seconds(now),
    invoice: invoice.id,
    lines: listIn(`/v1/credit_notes/${id}/lines`, lines),
    livemode: false,
    memo: wanted.memo ?? null,
    metadata: wanted.metadata ?? {},
    number: `${invoice.number}-CN-${String(before + 1).padStart(2, '0')}`,
    out_of_band_amount: wanted.out_of_band_amount ?? null,
    pdf: `${store.origin ?? 'http://localhost:3000'}/dev/invoices/${id}?print=1`,
    post_payment_amount: paid ? amount : 0,
    pre_payment_amount: paid ? 0 : amount,
    reason: wanted.reason ?? null,
    refunds,
    status: 'issued',
    subtotal: amount,
    total: amount,
    type: paid ? 'post_payment' : 'pre_payment',
    voided_at: null,
  };
}

function creditedSoFar(store: Store, invoice: Invoice): number {
  return Object.values(store.creditNotes)
    .filter((note) => note.invoice === invoice.id && note.status !== 'void')
    .reduce((sum, note) => sum + note.amount, 0);
}
