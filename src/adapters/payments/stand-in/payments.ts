/** What paying does: payment intents, charges, invoices, and the events they cause, in Stripe's order. */
import type { CardOutcome } from './cards';
import { record, seconds } from './events';
import type { Charge, Invoice, PaymentIntent, Session } from './objects';
import { type Store, stripeId } from './store';

type Paid = Extract<CardOutcome, { kind: 'accepted' }>;
type Declined = Extract<CardOutcome, { kind: 'declined' }>;

/** The session's payment; Stripe makes it with the first try. */
export function paymentOf(store: Store, session: Session, now: Date): PaymentIntent {
  const known = session.payment_intent ? store.paymentIntents[session.payment_intent] : undefined;
  if (known) {
    known.amount = session.amount_total;
    return known;
  }
  const payment: PaymentIntent = {
    id: stripeId('pi'),
    object: 'payment_intent',
    amount: session.amount_total,
    amount_received: 0,
    created: seconds(now),
    currency: session.currency,
    customer: session.customer,
    description: session.wanted_payment.description,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: session.wanted_payment.metadata,
    payment_method_types: ['card'],
    status: 'requires_payment_method',
  };
  store.paymentIntents[payment.id] = payment;
  session.payment_intent = payment.id;
  record(store, 'payment_intent.created', payment, now);
  return payment;
}

export function decline(store: Store, session: Session, card: Declined, now: Date): void {
  const payment = paymentOf(store, session, now);
  const charge = addCharge(store, payment, session, card, now);
  charge.status = 'failed';
  charge.failure_code = 'card_declined';
  charge.failure_message = card.message;
  failPayment(store, payment, now, {
    type: 'card_error',
    code: 'card_declined',
    decline_code: card.code,
    message: card.message,
  });
}

export function failPayment(
  store: Store,
  payment: PaymentIntent,
  now: Date,
  error: NonNullable<PaymentIntent['last_payment_error']>,
): void {
  payment.status = 'requires_payment_method';
  payment.last_payment_error = error;
  record(store, 'payment_intent.payment_failed', payment, now);
}

/** Charges the session's total and completes it. A total of zero leaves no payment behind. */
export function complete(store: Store, session: Session, card: Paid | null, now: Date): void {
  if (session.amount_total > 0) {
    const payment = paymentOf(store, session, now);
    succeed(store, session, payment, card, now);
    session.payment_status = 'paid';
  } else {
    session.payment_status = 'no_payment_required';
  }
  finish(store, session);
  if (session.invoice_creation.enabled) addInvoice(store, session, now);
  record(store, 'checkout.session.completed', session, now);
}

export function succeed(
  store: Store,
  session: Session,
  payment: PaymentIntent,
  card: Paid | null,
  now: Date,
): void {
  const charge = addCharge(store, payment, session, card, now);
  charge.status = 'succeeded';
  charge.paid = true;
  charge.captured = true;
  charge.amount_captured = payment.amount;
  payment.status = 'succeeded';
  payment.amount_received = payment.amount;
  payment.last_payment_error = null;
  record(store, 'charge.succeeded', charge, now);
  record(store, 'payment_intent.succeeded', payment, now);
}

/** The page is done with: whether money has arrived is in `payment_status`. */
export function finish(store: Store, session: Session): void {
  session.status = 'complete';
  session.url = null;
  const customer = session.customer ? store.customers[session.customer] : undefined;
  session.customer_details = customer ? { email: customer.email, name: customer.name } : null;
}

function addCharge(
  store: Store,
  payment: PaymentIntent,
  session: Session,
  card: Paid | Declined | null,
  now: Date,
): Charge {
  const id = stripeId('ch');
  const charge: Charge = {
    id,
    object: 'charge',
    amount: payment.amount,
    amount_captured: 0,
    amount_refunded: 0,
    captured: false,
    created: seconds(now),
    currency: payment.currency,
    customer: payment.customer,
    failure_code: null,
    failure_message: null,
    livemode: false,
    paid: false,
    payment_intent: payment.id,
    payment_method_details: card
      ? { type: 'card', card: { brand: card.brand, last4: card.last4 } }
      : { type: 'us_bank_account' },
    receipt_url: documentUrl(session, id),
    refunded: false,
    status: 'pending',
  };
  store.charges[id] = charge;
  payment.latest_charge = id;
  return charge;
}

export function addInvoice(store: Store, session: Session, now: Date): void {
  const id = stripeId('in');
  const invoice: Invoice = {
    id,
    object: 'invoice',
    amount_due: session.amount_total,
    amount_paid: session.amount_total,
    created: seconds(now),
    currency: session.currency,
    customer: session.customer,
    hosted_invoice_url: documentUrl(session, id),
    livemode: false,
    metadata: {},
    number: `LOCAL-${String(Object.keys(store.invoices).length + 1).padStart(4, '0')}`,
    status: 'paid',
    total: session.amount_total,
  };
  store.invoices[id] = invoice;
  session.invoice = id;
  record(store, 'invoice.paid', invoice, now);
}

function documentUrl(session: Session, id: string): string {
  return `${new URL(session.success_url ?? 'http://localhost').origin}/dev/checkout/documents/${id}`;
}
