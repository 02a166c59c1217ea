/** How invoices are paid: by the customer's card, from a bank, or outside of Stripe. */
import { type Decline, declineOf, type Presence } from './cards';
import { record, seconds } from './events';
import type { Invoice, InvoicePayment } from './objects/invoices';
import type { PaymentIntent, PaymentMethod } from './objects/payments';
import { addPayment, askOwner, cancelPayment, chargeCard, receiveFromBank } from './payments';
import { type Store, stripeId } from './store';

const DESCRIPTIONS: Record<string, string> = {
  subscription_create: 'Subscription creation',
  subscription_cycle: 'Subscription update',
  subscription_update: 'Subscription update',
};

/** The payment that an invoice waits for; made when the first try needs it. */
export function paymentOfInvoice(store: Store, invoice: Invoice, now: Date): PaymentIntent {
  const known = linkOf(store, invoice);
  const kept = known ? store.paymentIntents[known.payment.payment_intent] : undefined;
  if (kept) return kept;
  const payment = addPayment(
    store,
    {
      amount: invoice.amount_remaining,
      currency: invoice.currency,
      customer: invoice.customer,
      description:
        DESCRIPTIONS[invoice.billing_reason ?? ''] ?? `Payment for Invoice ${invoice.number ?? ''}`.trim(),
      receiptEmail: invoice.customer_email,
    },
    now,
  );
  linkPayment(store, invoice, payment, 'open', now);
  return payment;
}

/** Charges the card; null when it worked. The subscription's own state is not touched here. */
export function chargeInvoice(
  store: Store,
  invoice: Invoice,
  method: PaymentMethod | null,
  now: Date,
  presence: Presence,
): Decline | null {
  const payment = paymentOfInvoice(store, invoice, now);
  invoice.attempted = true;
  invoice.attempt_count += 1;
  if (method && needsOwner(method, presence)) {
    askOwner(store, payment, method, now);
    record(store, 'invoice.payment_action_required', invoice, now);
    record(store, 'invoice.payment_failed', invoice, now);
    return OWNER_WANTED;
  }
  const decline = method ? chargeCard(store, payment, method, now, presence) : NO_CARD;
  if (decline) record(store, 'invoice.payment_failed', invoice, now);
  else markPaid(store, invoice, payment, now);
  return decline;
}

/** An invoice's payment waits for the card's owner also when nobody is there: its page is open for weeks. */
function needsOwner(method: PaymentMethod, presence: Presence): boolean {
  const decline = declineOf(method._number, presence, method._confirmed);
  return decline?.waits === true || decline?.code === 'authentication_required';
}

/** The open invoice that a payment pays. */
export function invoiceOf(store: Store, payment: PaymentIntent): Invoice | undefined {
  const link = Object.values(store.invoicePayments).find(
    (one) => one.payment.payment_intent === payment.id && one.status === 'open',
  );
  return link && store.invoices[link.invoice];
}

const OWNER_WANTED: Decline = {
  code: 'invoice_payment_intent_requires_action',
  message:
    'This payment requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice.',
  waits: true,
};

const NO_CARD: Decline = {
  code: 'missing_payment_method',
  message: 'This customer has no attached payment source or default payment method.',
};

/** A bank transfer has arrived. */
export function payInvoiceByBank(store: Store, invoice: Invoice, now: Date): void {
  const payment = paymentOfInvoice(store, invoice, now);
  receiveFromBank(store, payment, now);
  markPaid(store, invoice, payment, now);
}

/** Somebody says that it was paid elsewhere: no money moves here. */
export function payOutOfBand(store: Store, invoice: Invoice, now: Date): void {
  dropPayment(store, invoice, now);
  markPaid(store, invoice, null, now);
}

/** The payment that an invoice waited for is not wanted any more. */
export function dropPayment(store: Store, invoice: Invoice, now: Date): void {
  const link = linkOf(store, invoice);
  if (!link) return;
  const payment = store.paymentIntents[link.payment.payment_intent];
  if (payment) cancelPayment(store, payment, 'void_invoice', now);
  link.status = 'canceled';
  link.status_transitions.canceled_at = seconds(now);
}

/** The events of a paid invoice; `payment` null when nothing was to be paid. */
export function markPaid(store: Store, invoice: Invoice, payment: PaymentIntent | null, now: Date): void {
  const paidAt = seconds(now);
  const link = payment && linkOf(store, invoice);
  if (link) {
    link.status = 'paid';
    link.amount_paid = link.amount_requested;
    link.status_transitions.paid_at = paidAt;
  }
  invoice.status = 'paid';
  invoice.attempted = true;
  invoice.auto_advance = false;
  invoice.amount_paid = invoice.amount_due;
  invoice.amount_remaining = 0;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.paid_at = paidAt;
  if (link) record(store, 'invoice_payment.paid', link, now);
  record(store, 'invoice.paid', invoice, now);
  record(store, 'invoice.payment_succeeded', invoice, now);
}

/** Says which payment pays which invoice. */
export function linkPayment(
  store: Store,
  invoice: Invoice,
  payment: PaymentIntent,
  status: 'open' | 'paid',
  now: Date,
): InvoicePayment {
  const link: InvoicePayment = {
    id: stripeId('inpay'),
    object: 'invoice_payment',
    amount_paid: status === 'paid' ? payment.amount : null,
    amount_requested: payment.amount,
    created: seconds(now),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: payment.id },
    status,
    status_transitions: { canceled_at: null, paid_at: status === 'paid' ? seconds(now) : null },
  };
  store.invoicePayments[link.id] = link;
  return link;
}

function linkOf(store: Store, invoice: Invoice): InvoicePayment | undefined {
  return Object.values(store.invoicePayments).find(
    (link) => link.invoice === invoice.id && link.status !== 'canceled',
  );
}
