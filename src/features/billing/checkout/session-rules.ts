/** Pure decisions about money: does what Stripe says belong to the order, and what does it mean for it. */
import { NO_REASON } from '../payment-failure';
import type { SessionFacts } from './session-facts';

export type OrderTerms = {
  organizationId: string;
  stripeSessionId: string | null;
  amountCents: number;
  currency: string;
};

export type Verdict =
  | { kind: 'paid'; paymentKey: string; amountCents: number }
  /** Declined on a page that is still open, or failed for good. */
  | { kind: 'failed'; final: boolean; message: string }
  | { kind: 'expired' }
  | { kind: 'pending' };

/**
 * Why a session must not count for an order, or null when everything agrees: session, organization, currency, the price before
 * discounts, the total after them, and the payment behind it.
 */
export function findMismatch(order: OrderTerms, session: SessionFacts): string | null {
  if (order.stripeSessionId !== null && order.stripeSessionId !== session.id)
    return 'another checkout session';
  if (session.organizationId !== order.organizationId) return 'another organization';
  if (session.currency?.toLowerCase() !== order.currency) return 'another currency';
  if (session.amountSubtotal !== order.amountCents) return 'another price';
  if (!addsUp(session.amountSubtotal - session.discount, session)) return 'another total';
  const { payment } = session;
  if (payment === null) return null;
  if (payment.currency.toLowerCase() !== order.currency) return 'a payment in another currency';
  if (payment.amount !== session.amountTotal) return 'a payment of another amount';
  if (payment.status === 'succeeded' && payment.received !== payment.amount) return 'a part of the payment';
  return null;
}

/** The price after discounts, with the tax on top of it or, where prices include it, within. */
function addsUp(price: number, { amountTotal, tax }: SessionFacts): boolean {
  return amountTotal === price + tax || amountTotal === price;
}

/** What the session means for its order. Only Stripe's `paid`, or a total of zero on a completed page, counts as paid. */
export function judge(session: SessionFacts): Verdict {
  const amountCents = session.amountTotal ?? 0;
  if (session.paymentStatus === 'paid' || isFree(session)) {
    return { kind: 'paid', paymentKey: session.paymentId ?? session.id, amountCents };
  }
  const { payment } = session;
  const message = payment?.failure ?? NO_REASON;
  if (session.status === 'expired') return { kind: 'expired' };
  const final = session.status === 'complete' || payment?.status === 'canceled';
  // An untouched page waits for a card as well; a completed one only does when its bank payment failed.
  const failed = payment?.status === 'requires_payment_method' && (payment.failure !== null || final);
  if (failed || payment?.status === 'canceled') return { kind: 'failed', final, message };
  return { kind: 'pending' };
}

/** A 100 % discount: nothing to pay, so there is no payment; the session itself is the payment's key. */
function isFree(session: SessionFacts): boolean {
  return (
    session.paymentStatus === 'no_payment_required' &&
    session.status === 'complete' &&
    session.amountTotal === 0 &&
    session.paymentId === null
  );
}
