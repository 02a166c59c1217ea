/** What Stripe says about a checkout session, read again through the SDK and cut down to what decides. */
import type Stripe from 'stripe';
import { failureOf } from '../payment-failure';
import { type Money, readMoney } from '../payments/payment-money';
import { idOf, orNull, orWithout, receivedOf, timeOf, withParts } from '../stripe-reads';

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
  /** When it was paid, as its invoice says; where nothing had to be paid, when the page was opened. */
  paidAt: Date | null;
};

const EXPAND = ['payment_intent.latest_charge', 'invoice'];

/** Null when Stripe knows no such session. Other failures of the call are thrown, so that the caller tries again. */
export async function readSession(stripe: Stripe, id: string): Promise<SessionFacts | null> {
  const session = await orNull(withParts(EXPAND, (params) => stripe.checkout.sessions.retrieve(id, params)));
  return session && sessionFacts(stripe, session);
}

/** The session whose page a payment was made on; null for payments that did not come from a checkout page. */
export async function readSessionOfPayment(stripe: Stripe, paymentId: string): Promise<SessionFacts | null> {
  const list = await orWithout(stripe.checkout.sessions.list({ payment_intent: paymentId, limit: 1 }));
  const session = list?.data[0];
  return session ? readSession(stripe, session.id) : null;
}

/** Asks for what the server did not expand, and takes from the payment what a session may leave out. */
export async function sessionFacts(stripe: Stripe, session: Stripe.Checkout.Session): Promise<SessionFacts> {
  const payment = await readPayment(stripe, session.payment_intent);
  const invoice = await readInvoice(stripe, session.invoice);
  const amountTotal = session.amount_total ?? payment?.amount ?? null;
  return {
    id: session.id,
    status: session.status,
    paymentStatus: session.payment_status,
    amountTotal,
    amountSubtotal: session.amount_subtotal ?? amountTotal,
    discount: session.total_details?.amount_discount ?? 0,
    tax: session.total_details?.amount_tax ?? 0,
    currency: session.currency ?? payment?.currency ?? null,
    organizationId: ourReference(session),
    customerId: idOf(session.customer),
    orderHint: session.metadata?.order_id ?? null,
    paymentId: idOf(session.payment_intent),
    payment: payment && {
      id: payment.id,
      status: payment.status,
      amount: payment.amount,
      received: receivedOf(payment),
      currency: payment.currency ?? '',
      failure: failureOf(payment.last_payment_error),
    },
    money: await readMoney(stripe, payment),
    subscriptionId: idOf(session.subscription),
    invoiceId: idOf(session.invoice),
    invoiceUrl: invoice?.hosted_invoice_url ?? null,
    paidAt: timeOf(invoice?.status_transitions?.paid_at ?? (session.payment_intent ? null : session.created)),
  };
}

/** A server that has no references still has the metadata that we gave; one that is there and empty is nobody's. */
function ourReference(session: Stripe.Checkout.Session): string | null {
  if ('client_reference_id' in session) return session.client_reference_id;
  return (session as { metadata?: Stripe.Metadata | null }).metadata?.organization_id ?? null;
}

/** The session's payment, whether or not the server expanded it. */
async function readPayment(
  stripe: Stripe,
  payment: Stripe.Checkout.Session['payment_intent'],
): Promise<Stripe.PaymentIntent | null> {
  if (!payment) return null;
  if (typeof payment === 'object') return payment;
  return orNull(withParts(['latest_charge'], (params) => stripe.paymentIntents.retrieve(payment, params)));
}

async function readInvoice(
  stripe: Stripe,
  invoice: Stripe.Checkout.Session['invoice'],
): Promise<Stripe.Invoice | null> {
  if (!invoice) return null;
  if (typeof invoice === 'object') return invoice;
  return orWithout(stripe.invoices.retrieve(invoice));
}
