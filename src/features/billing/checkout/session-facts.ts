/** What Stripe says about a checkout session, read again through the SDK and cut down to what decides. */
import type Stripe from 'stripe';
import { type Money, readMoney } from '../payments/payment-money';
import { idOf, orNull } from '../stripe-reads';
import { NO_REASON } from './rules';

export type PaymentFacts = {
  /** The payment intent. */
  id: string;
  status: string;
  /** Cents asked for and cents received. */
  amount: number;
  received: number;
  currency: string;
  /** Why the last try failed, as the buyer may read it. */
  failure: string | null;
};

export type SessionFacts = {
  id: string;
  status: string | null;
  paymentStatus: string;
  amountTotal: number | null;
  amountSubtotal: number | null;
  discount: number;
  tax: number;
  currency: string | null;
  organizationId: string | null;
  customerId: string | null;
  /** Our order as the session's metadata names it: only a hint where to look, never a source of credits. */
  orderHint: string | null;
  /** The payment intent's id; null while nothing was tried, and for an order that costs nothing. */
  paymentId: string | null;
  payment: PaymentFacts | null;
  money: Money;
  /** The subscription that a plan's page began; null for packs, and before anybody paid. */
  subscriptionId: string | null;
  invoiceId: string | null;
  invoiceUrl: string | null;
};

const EXPAND = ['payment_intent.latest_charge', 'invoice'];

/** Null when Stripe knows no such session. Other failures of the call are thrown, so that the caller tries again. */
export async function readSession(stripe: Stripe, id: string): Promise<SessionFacts | null> {
  const session = await orNull(stripe.checkout.sessions.retrieve(id, { expand: EXPAND }));
  return session && sessionFacts(stripe, session);
}

/** The session whose page a payment was made on; null for payments that did not come from a checkout page. */
export async function readSessionOfPayment(stripe: Stripe, paymentId: string): Promise<SessionFacts | null> {
  const list = await orNull(stripe.checkout.sessions.list({ payment_intent: paymentId, limit: 1 }));
  const session = list?.data[0];
  return session ? readSession(stripe, session.id) : null;
}

/** Asks for what the server did not expand. */
export async function sessionFacts(stripe: Stripe, session: Stripe.Checkout.Session): Promise<SessionFacts> {
  const payment = await readPayment(stripe, session.payment_intent);
  const invoice = typeof session.invoice === 'object' ? session.invoice : null;
  return {
    id: session.id,
    status: session.status,
    paymentStatus: session.payment_status,
    amountTotal: session.amount_total,
    amountSubtotal: session.amount_subtotal ?? session.amount_total,
    discount: session.total_details?.amount_discount ?? 0,
    tax: session.total_details?.amount_tax ?? 0,
    currency: session.currency,
    organizationId: session.client_reference_id,
    customerId: idOf(session.customer),
    orderHint: session.metadata?.order_id ?? null,
    paymentId: idOf(session.payment_intent),
    payment: payment && {
      id: payment.id,
      status: payment.status,
      amount: payment.amount,
      received: payment.amount_received,
      currency: payment.currency,
      failure: failureOf(payment.last_payment_error),
    },
    money: await readMoney(stripe, payment),
    subscriptionId: idOf(session.subscription),
    invoiceId: idOf(session.invoice),
    invoiceUrl: invoice?.hosted_invoice_url ?? null,
  };
}

/** Stripe writes for buyers about cards and failed payments; its other errors are written for us. */
export function failureOf(error: Stripe.PaymentIntent.LastPaymentError | null): string | null {
  if (!error) return null;
  const forBuyers = error.type === 'card_error' || error.code === 'payment_intent_payment_attempt_failed';
  return (forBuyers && error.message) || NO_REASON;
}

/** The session's payment, whether or not the server expanded it. */
async function readPayment(
  stripe: Stripe,
  payment: Stripe.Checkout.Session['payment_intent'],
): Promise<Stripe.PaymentIntent | null> {
  if (!payment) return null;
  if (typeof payment === 'object') return payment;
  return orNull(stripe.paymentIntents.retrieve(payment, { expand: ['latest_charge'] }));
}
