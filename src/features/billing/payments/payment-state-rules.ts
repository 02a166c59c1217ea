/** The one word of state that a payment has in lists and on its page. */
import { formatCredits } from '@/lib/money';

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

type Word = { word: string; tone: 'quiet' | 'good' | 'warn' | 'bad' | 'info' };

export const STATE_WORDS: Readonly<Record<PaymentState, Word>> = {
  paid: { word: 'Paid', tone: 'good' },
  'partly-refunded': { word: 'Partly refunded', tone: 'info' },
  refunded: { word: 'Refunded', tone: 'quiet' },
  disputed: { word: 'Disputed', tone: 'warn' },
  'charged-back': { word: 'Charged back', tone: 'bad' },
  waiting: { word: 'Waiting', tone: 'info' },
  invoiced: { word: 'Invoice open', tone: 'info' },
  overdue: { word: 'Overdue', tone: 'warn' },
  failed: { word: 'Failed', tone: 'bad' },
  expired: { word: 'Expired', tone: 'quiet' },
  cancelled: { word: 'Cancelled', tone: 'quiet' },
  parked: { word: 'Under review', tone: 'warn' },
  closed: { word: 'Closed', tone: 'quiet' },
};

/** "20 credits were taken back": what an open dispute does, on every page and in the notice. */
export function takenBack(credits: number): string {
  return `${formatCredits(credits)} ${credits === 1 ? 'was' : 'were'} taken back`;
}
