/** What charging does: payment intents, charges, and the events they cause, in Stripe's order. */
import { bankFee, cardFee, moveBalance } from './balance';
import { type Decline, declineOf, disputeOf, NOT_CONFIRMED, type Presence } from './cards';
import { openDispute } from './disputes';
import { record, seconds } from './events';
import { badRequest } from './faults';
import type { Charge, PaymentIntent, PaymentMethod } from './objects/payments';
import { NO_DETAILS } from './payment-methods';
import { shown } from './render';
import { type Store, stripeId } from './store';

export type NewPayment = {
  amount: number;
  currency: string;
  customer: string | null;
  description?: string | null;
  metadata?: Record<string, string>;
  receiptEmail?: string | null;
  saveCard?: 'on_session' | 'off_session' | null;
};

export function addPayment(store: Store, wanted: NewPayment, now: Date): PaymentIntent {
  const id = stripeId('pi');
  const payment: PaymentIntent = {
    id,
    object: 'payment_intent',
    amount: wanted.amount,
    amount_capturable: 0,
    amount_received: 0,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${id}_secret_${stripeId('x').slice(2, 18)}`,
    confirmation_method: 'automatic',
    created: seconds(now),
    currency: wanted.currency,
    customer: wanted.customer,
    description: wanted.description ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: wanted.metadata ?? {},
    next_action: null,
    payment_method: null,
    payment_method_types: ['card'],
    receipt_email: wanted.receiptEmail ?? null,
    setup_future_usage: wanted.saveCard ?? null,
    status: 'requires_payment_method',
  };
  store.paymentIntents[id] = payment;
  record(store, 'payment_intent.created', payment, now);
  return payment;
}

/** Charges a card. Null when it worked, otherwise why not, or what it waits for. */
export function chargeCard(
  store: Store,
  payment: PaymentIntent,
  method: PaymentMethod,
  now: Date,
  presence: Presence,
): Decline | null {
  const decline = declineOf(method._number, presence, method._confirmed);
  if (decline?.waits) {
    askOwner(store, payment, method, now);
    return decline;
  }
  const charge = addCharge(store, payment, method, now);
  if (decline) {
    charge.status = 'failed';
    charge.failure_code = decline.code;
    charge.failure_message = decline.message;
    charge.outcome = {
      network_status: 'declined_by_network',
      reason: decline.decline_code ?? null,
      seller_message: 'The bank did not return any further details with this decline.',
      type: 'issuer_declined',
    };
    record(store, 'charge.failed', charge, now);
    const error = { type: 'card_error' as const, ...decline, charge: charge.id };
    failPayment(store, payment, now, { ...error, payment_method: shown(store, method) });
    return decline;
  }
  payment.payment_method = method.id;
  method._confirmed ||= presence.confirmed;
  collect(store, payment, charge, now);
  const dispute = disputeOf(method._number);
  if (dispute) openDispute(store, charge, { inquiry: dispute === 'inquiry' }, now);
  return null;
}

/** The card's owner has to confirm it with the bank: `answerBank` says what came of it. */
export function askOwner(store: Store, payment: PaymentIntent, method: PaymentMethod, now: Date): void {
  payment.status = 'requires_action';
  payment.payment_method = method.id;
  payment.next_action = { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect' } };
  record(store, 'payment_intent.requires_action', payment, now);
}

/** What the card's owner told the bank. Null when it is paid now. Throws when nobody was asked. */
export function answerBank(
  store: Store,
  payment: PaymentIntent,
  confirmed: boolean,
  now: Date,
): Decline | null {
  const method = store.paymentMethods[payment.payment_method ?? ''];
  if (payment.status !== 'requires_action' || !method) throw badRequest('This payment waits for nobody.');
  if (confirmed) return chargeCard(store, payment, method, now, { present: true, confirmed });
  failPayment(store, payment, now, { type: 'card_error', ...NOT_CONFIRMED });
  return NOT_CONFIRMED;
}

/** Money that arrived without a card, as from a bank account. */
export function receiveFromBank(store: Store, payment: PaymentIntent, now: Date): void {
  collect(store, payment, addCharge(store, payment, null, now), now);
}

export function failPayment(
  store: Store,
  payment: PaymentIntent,
  now: Date,
  error: NonNullable<PaymentIntent['last_payment_error']>,
): void {
  payment.status = 'requires_payment_method';
  payment.next_action = null;
  payment.payment_method = null;
  payment.last_payment_error = error;
  record(store, 'payment_intent.payment_failed', payment, now);
}

export function cancelPayment(store: Store, payment: PaymentIntent, reason: string | null, now: Date): void {
  payment.status = 'canceled';
  payment.next_action = null;
  payment.canceled_at = seconds(now);
  payment.cancellation_reason = reason;
  record(store, 'payment_intent.canceled', payment, now);
}

function collect(store: Store, payment: PaymentIntent, charge: Charge, now: Date): void {
  const byCard = charge.payment_method_details.type === 'card';
  charge.status = 'succeeded';
  charge.paid = true;
  charge.captured = true;
  charge.amount_captured = payment.amount;
  charge.outcome = {
    network_status: 'approved_by_network',
    reason: null,
    seller_message: 'Payment complete.',
    type: 'authorized',
  };
  charge.receipt_url = `${store.origin ?? 'http://localhost:3000'}/dev/checkout/documents/${charge.id}`;
  charge.balance_transaction = moveBalance(
    store,
    {
      amount: charge.amount,
      currency: charge.currency,
      type: byCard ? 'charge' : 'payment',
      reporting_category: 'charge',
      source: charge.id,
      fee: byCard ? cardFee(charge.amount) : bankFee(charge.amount),
      description: payment.description,
    },
    now,
  ).id;
  payment.status = 'succeeded';
  payment.next_action = null;
  payment.amount_received = payment.amount;
  payment.last_payment_error = null;
  record(store, 'charge.succeeded', charge, now);
  record(store, 'payment_intent.succeeded', payment, now);
}

function addCharge(store: Store, payment: PaymentIntent, method: PaymentMethod | null, now: Date): Charge {
  const id = stripeId('ch');
  const charge: Charge = {
    id,
    object: 'charge',
    amount: payment.amount,
    amount_captured: 0,
    amount_refunded: 0,
    balance_transaction: null,
    billing_details: method?.billing_details ?? NO_DETAILS,
    captured: false,
    created: seconds(now),
    currency: payment.currency,
    customer: payment.customer,
    description: payment.description,
    disputed: false,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: { ...payment.metadata },
    outcome: null,
    paid: false,
    payment_intent: payment.id,
    payment_method: method?.id ?? null,
    payment_method_details: method
      ? { type: 'card', card: cardDetails(method) }
      : { type: 'us_bank_account' },
    receipt_email: payment.receipt_email,
    receipt_url: null,
    refunded: false,
    status: 'pending',
  };
  store.charges[id] = charge;
  payment.latest_charge = id;
  return charge;
}

function cardDetails({ card: { brand, last4, exp_month, exp_year } }: PaymentMethod) {
  return { brand, last4, exp_month, exp_year };
}
