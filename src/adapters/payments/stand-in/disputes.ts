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
  /** The cardholder's bank only asks: no money moves, and the payment can still be refunded. */
  inquiry?: boolean;
};

/** `closed` ends an inquiry, the others a dispute. */
export type DisputeOutcome = 'won' | 'lost' | 'closed';

export function openDispute(store: Store, charge: Charge, wish: DisputeWish, now: Date): Dispute {
  const { amount = charge.amount - charge.amount_refunded || charge.amount, reason = 'fraudulent' } = wish;
  if (!charge.paid) throw badRequest(`Charge ${charge.id} has not been paid.`);
  if (amount < 1 || amount > charge.amount) throw badRequest('A dispute is about at most the whole charge.');
  if (isQuestioned(store, charge)) throw badRequest(`Charge ${charge.id} is already disputed.`);
  const id = stripeId('du');
  const { inquiry = false } = wish;
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
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    network_reason_code: '10.4',
    payment_intent: charge.payment_intent,
    reason,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
  };
  store.disputes[id] = dispute;
  charge.disputed = true;
  record(store, 'charge.dispute.created', dispute, now);
  if (!inquiry) withdraw(store, dispute, now);
  return dispute;
}

/** An inquiry becomes a dispute: now the money is taken. */
export function escalateDispute(store: Store, dispute: Dispute, now: Date): Dispute {
  if (!isOpen(dispute) || !isInquiry(dispute)) throw badRequest('Only an open inquiry can be escalated.');
  const previous = { status: dispute.status, is_charge_refundable: true };
  dispute.status = 'needs_response';
  dispute.is_charge_refundable = false;
  record(store, 'charge.dispute.updated', dispute, now, previous);
  withdraw(store, dispute, now);
  return dispute;
}

function withdraw(store: Store, dispute: Dispute, now: Date): void {
  const movement = {
    amount: -dispute.amount,
    currency: dispute.currency,
    source: dispute.id,
    fee: DISPUTE_FEE,
    type: 'adjustment',
    reporting_category: 'dispute',
  } as const;
  dispute.balance_transactions.push(moveBalance(store, movement, now));
  record(store, 'charge.dispute.funds_withdrawn', dispute, now);
}

export function closeDispute(store: Store, dispute: Dispute, outcome: DisputeOutcome, now: Date): void {
  if (!isOpen(dispute)) throw badRequest('This dispute is already closed.');
  if (isInquiry(dispute) !== (outcome === 'closed')) {
    throw badRequest('An inquiry is closed or escalated; a dispute is won or lost.');
  }
  dispute.status = outcome === 'closed' ? 'warning_closed' : outcome;
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
  return disputesOf(store, charge).some(
    (dispute) => (isOpen(dispute) && !isInquiry(dispute)) || dispute.status === 'lost',
  );
}

export function isInquiry({ status }: Dispute): boolean {
  return status.startsWith('warning_');
}

/** Whether the cardholder's bank is at it: asking or disputing. A payment has one such case at a time. */
export function isQuestioned(store: Store, charge: Charge): boolean {
  return disputesOf(store, charge).some(isOpen);
}

export function isOpen(dispute: Dispute): boolean {
  return !CLOSED.includes(dispute.status);
}

function disputesOf(store: Store, charge: Charge): Dispute[] {
  return Object.values(store.disputes).filter((dispute) => dispute.charge === charge.id);
}
