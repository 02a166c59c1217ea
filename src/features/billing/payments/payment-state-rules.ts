/** The one word of state that a payment has in lists and on its page. */

export type PaymentFacts = {
  status: 'pending' | 'paid' | 'failed' | 'expired' | 'cancelled' | 'parked' | 'closed';
  channel: 'checkout' | 'invoice' | 'top-up' | 'plan';
  amountCents: number;
  refundedCents: number;
  disputed: 'open' | 'won' | 'lost' | null;
  /** Its sent invoice is past its due date. */
  overdueSince: Date | null;
};

export type PaymentState =
  | 'paid'
  | 'partly-refunded'
  | 'refunded'
  | 'disputed'
  | 'charged-back'
  | 'waiting'
  | 'invoiced'
  | 'overdue'
  | 'failed'
  | 'expired'
  | 'cancelled'
  | 'parked'
  | 'closed';

/** A dispute outranks a refund, a refund outranks "paid". */
export function paymentState(payment: PaymentFacts): PaymentState {
  const { status, channel, amountCents, refundedCents, disputed } = payment;
  if (status === 'pending') {
    if (channel !== 'invoice') return 'waiting';
    return payment.overdueSince ? 'overdue' : 'invoiced';
  }
  if (status !== 'paid') return status;
  if (disputed === 'open') return 'disputed';
  if (disputed === 'lost') return 'charged-back';
  if (refundedCents === 0) return 'paid';
  return refundedCents < amountCents ? 'partly-refunded' : 'refunded';
}

type Tone = 'quiet' | 'good' | 'warn' | 'bad' | 'info';

/** The tone of its word, which is `billing.state.<state>`. */
export const STATE_TONES: Readonly<Record<PaymentState, Tone>> = {
  paid: 'good',
  'partly-refunded': 'info',
  refunded: 'quiet',
  disputed: 'warn',
  'charged-back': 'bad',
  waiting: 'info',
  invoiced: 'info',
  overdue: 'warn',
  failed: 'bad',
  expired: 'quiet',
  cancelled: 'quiet',
  parked: 'warn',
  closed: 'quiet',
};
