/** A cardholder takes a payment back: the money leaves at once and returns only when the dispute is won. */
import { DISPUTE_FEE, moveBalance } from './balance';
import { record, seconds } from './events';
import { badRequest } from './faults';
import type { Charge, Dispute } from './objects/payments';
import { type Store, stripeId } from './store';

/** Seconds to answer a dispute. */
const TIME_TO_ANSWER = 10 * 86_400;
const CLOSED = ['won', 'lost', 'warning_closed', 'prevented'];

export type DisputeWish = {
  /** Cents; what is not refunded yet, without it. */
  amount?: number;
  reason?: string;
};

export function openDispute(store: Store, charge: Charge, wish: DisputeWish, now: Date): Dispute {
  const { amount = charge.amount - charge.amount_refunded || charge.amount, reason = 'fraudulent' } = wish;
  if (!charge.paid) throw badRequest(`Charge ${charge.id} has not been paid.`);
  if (amount < 1 || amount > charge.amount) throw badRequest('A dispute is about at most the whole charge.');
  if (disputesOf(store, charge).some(isOpen)) throw badRequest(`Charge ${charge.id} is already disputed.`);
  const id = stripeId('du');
  const taken = { amount: -amount, currency: charge.currency, source: id, fee: DISPUTE_FEE };
  const movement = { ...taken, type: 'adjustment', reporting_category: 'dispute' } as const;
  const dispute: Dispute = {
    id,
    object: 'dispute',
    amount,
    balance_transactions: [],
    charge: charge.id,
    created: seconds(now),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {
      due_by: seconds(now) + TIME_TO_ANSWER,
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    network_reason_code: '10.4',
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
  };
  store.disputes[id] = dispute;
  charge.disputed = true;
  record(store, 'charge.dispute.created', dispute, now);
  dispute.balance_transactions.push(moveBalance(store, movement, now));
  record(store, 'charge.dispute.funds_withdrawn', dispute, now);
  return dispute;
}

export function closeDispute(store: Store, dispute: Dispute, outcome: 'won' | 'lost', now: Date): void {
  if (!isOpen(dispute)) throw badRequest('This dispute is already closed.');
  dispute.status = outcome;
  if (outcome === 'won') {
    const movement = {
      amount: dispute.amount,
      currency: dispute.currency,
      source: dispute.id,
      type: 'adjustment',
      reporting_category: 'dispute_reversal',
    } as const;
    dispute.balance_transactions.push(moveBalance(store, movement, now));
    record(store, 'charge.dispute.funds_reinstated', dispute, now);
  }
  record(store, 'charge.dispute.closed', dispute, now);
}

/** A payment that is disputed, or was lost, cannot be refunded any more. */
export function isUnderDispute(store: Store, charge: Charge): boolean {
  return disputesOf(store, charge).some((dispute) => isOpen(dispute) || dispute.status === 'lost');
}

export function isOpen(dispute: Dispute): boolean {
  return !CLOSED.includes(dispute.status);
}

function disputesOf(store: Store, charge: Charge): Dispute[] {
  return Object.values(store.disputes).filter((dispute) => dispute.charge === charge.id);
}
