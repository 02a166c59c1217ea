/** What the page of a payment offers to refund, and the rule in words. */
import { formatCents, formatCredits } from '@/lib/money';
import { REFUND_DAYS } from '../price-list';
import { REFUND_LIMIT_CENTS, type Refundable, type RefundTerms, refundCents } from './refund-rules';

export type RefundOffer = {
  /** The most credits that can be given back by a click. */
  most: number;
  /** ISO 8601: until when. */
  until: string;
  why: Refundable['why'];
  /** For the exact cents of any number of credits. */
  terms: Omit<RefundTerms, 'paidAt' | 'disputed'>;
};

type Back = { status: 'pending' | 'succeeded' | 'failed'; amountCents: number; credits: number };

type Payment = {
  amountCents: number;
  credits: number;
  refundedCents: number;
  refunds: readonly Back[];
  refundable: Refundable | null;
};

/** Null while nothing was paid. */
export function refundOffer(payment: Payment): RefundOffer | null {
  const { amountCents, credits, refundedCents, refunds, refundable } = payment;
  if (!refundable) return null;
  const back = refunds.filter(({ status }) => status !== 'failed');
  const terms = {
    amountCents,
    credits,
    backCents: Math.max(
      refundedCents,
      back.reduce((sum, one) => sum + one.amountCents, 0),
    ),
    backCredits: back.reduce((sum, one) => sum + one.credits, 0),
  };
  return {
    most: mostCredits(terms, refundable.credits),
    until: refundable.until.toISOString(),
    why: refundable.why,
    terms,
  };
}

/** Exact cents of so many credits; the same rule that the server applies. */
export function centsBack({ terms }: RefundOffer, credits: number): number {
  return refundCents({ ...terms, paidAt: new Date(0), disputed: false }, credits);
}

/** As many as are unspent and stay under the limit. */
function mostCredits(terms: RefundOffer['terms'], unspent: number): number {
  const fits = (credits: number) =>
    terms.backCents + refundCents({ ...terms, paidAt: new Date(0), disputed: false }, credits) <=
    REFUND_LIMIT_CENTS;
  if (fits(unspent)) return unspent;
  let [low, high] = [0, unspent];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Why nothing more can be asked back here, in one sentence; null when it can. */
export function refundRefusal({ why, most }: RefundOffer): string | null {
  switch (why) {
    case 'free':
      return 'Nothing was paid for this, so there is nothing to refund.';
    case 'refunded':
      return 'All of it was refunded.';
    case 'disputed':
      return 'The bank is deciding about this payment, so it cannot also be refunded.';
    case 'late':
      return `Unspent credits can be refunded for ${REFUND_DAYS} days. This payment is older.`;
    case 'spent':
      return 'None of its credits are in the pool: they are spent or in wallets. Reclaim them to the pool first, then they can be refunded.';
    case 'large':
      return most > 0
        ? null
        : `This payment has reached the ${formatCents(REFUND_LIMIT_CENTS)} refund limit. For more, write to us.`;
    case null:
      return null;
  }
}

/** What happens, told before the button. */
export function refundRule(credits: number, total: number): string {
  const share = credits === total ? 'all of its credits' : `${formatCredits(credits)} of ${total}`;
  return `You give back ${share}. They leave the pool now and the refund is sent within a minute; banks take 5–10 days to show it.`;
}
