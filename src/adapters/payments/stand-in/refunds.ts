/** Money given back: all at once or in parts, never more than was paid, and nothing while the payment is disputed. */
import { moveBalance } from './balance';
import { refundOf } from './cards';
import { isUnderDispute } from './disputes';
import { record, seconds } from './events';
import { badRequest } from './faults';
import type { Metadata } from './objects/kept';
import type { Charge, Refund } from './objects/payments';
import { type Store, stripeId } from './store';

export type RefundWish = {
  amount?: number;
  reason?: string | null;
  metadata?: Metadata;
  /** It takes the bank a while. */
  pending?: boolean;
};

/** Seconds until it is known what became of a refund that takes its time. */
const UNTIL_SETTLED = 86_400;

export function refundCharge(store: Store, charge: Charge, wish: RefundWish, now: Date): Refund {
  const left = charge.amount_captured - charge.amount_refunded;
  if (!charge.paid) {
    throw badRequest(`Charge ${charge.id} has not been paid and cannot be refunded.`, {
      code: 'charge_not_refundable',
    });
  }
  if (isUnderDispute(store, charge)) {
    throw badRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  if (left === 0) {
    throw badRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  const amount = wish.amount ?? left;
  if (amount > left) {
    throw badRequest(
      `Refund amount (${dollars(amount)}) is greater than unrefunded amount on charge (${dollars(left)})`,
      { param: 'amount' },
    );
  }
  const refund = addRefund(store, charge, amount, wish, now);
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  record(store, 'refund.created', refund, now);
  record(store, 'charge.refunded', charge, now);
  return refund;
}

/** A pending refund has arrived. */
export function completeRefund(store: Store, refund: Refund, now: Date): void {
  if (refund.status !== 'pending') throw badRequest(`This refund is ${refund.status}.`);
  refund.status = 'succeeded';
  refund._settles = null;
  record(store, 'charge.refund.updated', refund, now);
  record(store, 'refund.updated', refund, now);
}

/** The bank could not pay a refund out: the money comes back to the account. */
export function failRefund(store: Store, refund: Refund, now: Date): void {
  if (refund.status === 'failed') return;
  refund._settles = null;
  const charge = refund.charge ? store.charges[refund.charge] : undefined;
  refund.status = 'failed';
  refund.failure_reason = 'expired_or_canceled_card';
  refund.failure_balance_transaction = moveBalance(
    store,
    {
      amount: refund.amount,
      currency: refund.currency,
      type: 'refund_failure',
      reporting_category: 'refund_failure',
      source: refund.id,
    },
    now,
  ).id;
  if (charge) {
    charge.amount_refunded -= refund.amount;
    charge.refunded = false;
  }
  record(store, 'charge.refund.updated', refund, now);
  record(store, 'refund.updated', refund, now);
  record(store, 'refund.failed', refund, now);
}

function addRefund(store: Store, charge: Charge, amount: number, wish: RefundWish, now: Date): Refund {
  const id = stripeId('re');
  const card = charge.payment_method ? store.paymentMethods[charge.payment_method] : undefined;
  const later = card ? refundOf(card._number) : undefined;
  const pending = wish.pending || later === 'arrives';
  const refund: Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: moveBalance(
      store,
      {
        amount: -amount,
        currency: charge.currency,
        type: 'refund',
        reporting_category: 'refund',
        source: id,
        description: 'REFUND FOR CHARGE',
      },
      now,
    ).id,
    charge: charge.id,
    created: seconds(now),
    currency: charge.currency,
    customer: charge.customer,
    metadata: wish.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: wish.reason ?? null,
    receipt_number: null,
    status: pending ? 'pending' : 'succeeded',
    _settles: pending || later ? { at: seconds(now) + UNTIL_SETTLED, arrives: later !== 'fails' } : null,
  };
  store.refunds[id] = refund;
  return refund;
}

function dollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}
