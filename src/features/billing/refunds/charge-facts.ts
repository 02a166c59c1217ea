/** What Stripe says about a charge and its refunds, read again through the SDK and cut down to what decides. */
import type Stripe from 'stripe';
import { type Money, moneyOf } from '../payments/payment-money';
import { fromSeconds, idOf, orNull, timeOf } from '../stripe-reads';

export type RefundFacts = {
  id: string;
  amount: number;
  status: 'pending' | 'succeeded' | 'failed';
  /** Our refund as its metadata names it: only a hint where to look. */
  hint: string | null;
  failure: string | null;
  /** When it was made at Stripe. */
  createdAt: Date | null;
};

export type ChargeFacts = {
  id: string;
  /** The payment intent. */
  paymentId: string | null;
  customer: string | null;
  createdAt: Date;
  amount: number;
  currency: string;
  /** Cents that went back or are on their way. */
  amountRefunded: number;
  /** Null from a server that cannot list them. */
  refunds: RefundFacts[] | null;
  money: Money;
};

const MOST_REFUNDS = 1_000;

/** Null when Stripe knows no such charge. */
export async function readCharge(stripe: Stripe, id: string): Promise<ChargeFacts | null> {
  const charge = await orNull(stripe.charges.retrieve(id));
  if (!charge) return null;
  // Also when nothing has gone back: a refund that failed is still one of ours.
  return toFacts(charge, await listRefunds(stripe, id), await moneyOf(stripe, charge));
}

function toFacts(charge: Stripe.Charge, refunds: RefundFacts[] | null, money: Money): ChargeFacts {
  return {
    id: charge.id,
    paymentId: idOf(charge.payment_intent),
    customer: idOf(charge.customer),
    createdAt: fromSeconds(charge.created),
    amount: charge.amount,
    currency: charge.currency.toLowerCase(),
    amountRefunded: charge.amount_refunded,
    refunds,
    money,
  };
}

async function listRefunds(stripe: Stripe, charge: string): Promise<RefundFacts[] | null> {
  const list = stripe.refunds.list({ charge, limit: 100 });
  const refunds = await orNull(list.autoPagingToArray({ limit: MOST_REFUNDS }));
  return refunds?.map(refundFacts) ?? null;
}

export function refundFacts(refund: Stripe.Refund): RefundFacts {
  return {
    id: refund.id,
    amount: refund.amount,
    status: statusOf(refund.status),
    hint: refund.metadata?.refund_id ?? null,
    failure: refund.failure_reason ?? null,
    createdAt: timeOf(refund.created),
  };
}

/** `requires_action` and words we do not know are still under way. */
function statusOf(status: string | null): RefundFacts['status'] {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}
