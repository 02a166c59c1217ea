/** What Stripe says about the money behind a payment: its charge, what Stripe kept, what arrived. */
import type Stripe from 'stripe';
import { idOf, orWithout, timeOf } from '../stripe-reads';

export type Money = {
  chargeId: string | null;
  /** Cents; null until Stripe has settled the charge. */
  feeCents: number | null;
  netCents: number | null;
  receiptUrl: string | null;
  /** When Stripe charged it. */
  chargedAt: Date | null;
};

export const NO_MONEY: Money = {
  chargeId: null,
  feeCents: null,
  netCents: null,
  receiptUrl: null,
  chargedAt: null,
};

/** The money of a payment intent, whether or not the server expanded its charge. */
export async function readMoney(
  stripe: Stripe,
  payment: Stripe.PaymentIntent | string | null,
): Promise<Money> {
  const intent =
    typeof payment === 'string' ? await orWithout(stripe.paymentIntents.retrieve(payment)) : payment;
  const latest = intent?.latest_charge ?? null;
  if (latest === null) return NO_MONEY;
  const charge = typeof latest === 'object' ? latest : await orWithout(stripe.charges.retrieve(latest));
  return charge ? moneyOf(stripe, charge) : { ...NO_MONEY, chargeId: idOf(latest) };
}

/** Fees are known once the charge has a balance transaction; a server without them leaves both null. */
export async function moneyOf(stripe: Stripe, charge: Stripe.Charge): Promise<Money> {
  const settled = charge.paid ? (charge.balance_transaction ?? null) : null;
  const balance =
    typeof settled === 'string' ? await orWithout(stripe.balanceTransactions.retrieve(settled)) : settled;
  return {
    chargeId: charge.id,
    feeCents: balance?.fee ?? null,
    netCents: balance?.net ?? null,
    receiptUrl: charge.receipt_url ?? null,
    chargedAt: timeOf(charge.created),
  };
}
