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
  createdAt: Date;
};

/** Null when Stripe knows no such dispute. */
export async function readDispute(stripe: Stripe, id: string): Promise<DisputeFacts | null> {
  const dispute = await orNull(stripe.disputes.retrieve(id));
  return dispute && disputeFacts(dispute);
}

export function disputeFacts(dispute: Stripe.Dispute): DisputeFacts {
  return {
    id: dispute.id,
    chargeId: idOf(dispute.charge),
    paymentId: idOf(dispute.payment_intent),
    amount: dispute.amount,
    currency: dispute.currency.toLowerCase(),
    state: stateOf(dispute.status),
    reason: dispute.reason ?? null,
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
