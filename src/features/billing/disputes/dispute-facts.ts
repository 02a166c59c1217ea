/** What Stripe says about a dispute, read again through the SDK and cut down to what decides. */
import type Stripe from 'stripe';
import { fromSeconds, idOf, orNull } from '../stripe-reads';

export type DisputeFacts = {
  id: string;
  chargeId: string | null;
  paymentId: string | null;
  amount: number;
  currency: string;
  /** `inquiry`: the bank only asks, no money has moved. */
  state: 'inquiry' | 'open' | 'won' | 'lost';
  reason: string | null;
  /** Cents that Stripe charged for it, and that it gave back when it was won. */
  feeCents: number;
  feeReturnedCents: number;
  createdAt: Date;
};

/** Null when Stripe knows no such dispute. */
export async function readDispute(stripe: Stripe, id: string): Promise<DisputeFacts | null> {
  const dispute = await orNull(stripe.disputes.retrieve(id));
  return dispute && disputeFacts(dispute);
}

const add = (sum: number, fee: number) => sum + fee;

export function disputeFacts(dispute: Stripe.Dispute): DisputeFacts {
  // Empty until the money has moved, and missing at servers that only speak some of Stripe's API.
  const moves: Stripe.BalanceTransaction[] | undefined = dispute.balance_transactions;
  const fees = (moves ?? []).map(({ fee }) => fee);
  return {
    id: dispute.id,
    chargeId: idOf(dispute.charge),
    paymentId: idOf(dispute.payment_intent),
    amount: dispute.amount,
    currency: dispute.currency.toLowerCase(),
    state: stateOf(dispute.status),
    reason: dispute.reason ?? null,
    feeCents: fees.filter((fee) => fee > 0).reduce(add, 0),
    feeReturnedCents: -fees.filter((fee) => fee < 0).reduce(add, 0) || 0,
    createdAt: fromSeconds(dispute.created),
  };
}

/** `warning_*` are inquiries, `prevented` never took money; a word we do not know takes nothing either. */
function stateOf(status: string): DisputeFacts['state'] {
  switch (status) {
    case 'needs_response':
    case 'under_review':
      return 'open';
    case 'won':
    case 'lost':
      return status;
    default:
      return 'inquiry';
  }
}
