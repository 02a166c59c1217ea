/** What of a payment can be paid back, and what money and credits are worth of each other. Pure, safe in a browser. */
import type { Texts } from '@/texts/make-texts';
import { REFUND_DAYS } from '../price-list';

/** What one payment may pay back without a person at headcraft, in cents. Source: spec 07, "refunds above $500". */
export const REFUND_LIMIT_CENTS = 50_000;

/** How many days banks take to show money that came back. */
export const BANK_DAYS = { min: 5, max: 10 } as const;

const DAY = 24 * 60 * 60 * 1_000;

/** What the share of a credit is counted from. */
export type ShareTerms = {
  /** What was paid, in cents, and the credits it brought. */
  amountCents: number;
  credits: number;
  /** What went back already or is on its way: cents, and the credits that were taken for it. */
  backCents: number;
  backCredits: number;
};

export type RefundTerms = ShareTerms & {
  paidAt: Date;
  /** A bank disputes it, or has won. */
  disputed: boolean;
};

export type Refundable = {
  /** Credits that can be given back now, and what is paid for all of them. */
  credits: number;
  cents: number;
  /** Until when, by time. */
  until: Date;
  /** Why nothing can be paid back by a click; null when it can. `large`: a part can, see `REFUND_LIMIT_CENTS`. */
  why: RefundRefusal | null;
};

export type RefundRefusal = 'free' | 'refunded' | 'creditless' | 'disputed' | 'late' | 'spent' | 'large';

/** A refusal as people read it, on the page and from the API. */
export function refusalWords(why: RefundRefusal, { t, cents }: Texts): string {
  return t(`billing.refusal.${why}`, { days: REFUND_DAYS, limit: cents(REFUND_LIMIT_CENTS) });
}

type Back = { status: 'pending' | 'succeeded' | 'failed'; amountCents: number; credits: number };

/** What of a payment went back or is on its way. */
export function shareTerms(
  { amountCents, credits, refundedCents }: { amountCents: number; credits: number; refundedCents: number },
  refunds: readonly Back[],
): ShareTerms {
  const back = refunds.filter(({ status }) => status !== 'failed');
  const backCents = back.reduce((sum, one) => sum + one.amountCents, 0);
  const backCredits = back.reduce((sum, one) => sum + one.credits, 0);
  return { amountCents, credits, backCents: Math.max(backCents, refundedCents), backCredits };
}

/** `unspent`: credits of this payment that nobody has spent and that the pool can give up now. */
export function refundable(terms: RefundTerms, unspent: number, now: Date): Refundable {
  const until = new Date(terms.paidAt.getTime() + REFUND_DAYS * DAY);
  const nothing = (why: RefundRefusal): Refundable => ({ credits: 0, cents: 0, until, why });
  if (terms.amountCents === 0) return nothing('free');
  if (terms.backCents >= terms.amountCents) return nothing('refunded');
  if (terms.credits === 0) return nothing('creditless');
  if (terms.disputed) return nothing('disputed');
  if (now > until) return nothing('late');
  const cents = refundCents(terms, unspent);
  if (unspent === 0 || cents === 0) return nothing('spent');
  const large = terms.backCents + cents > REFUND_LIMIT_CENTS;
  return { credits: unspent, cents, until, why: large ? 'large' : null };
}

/**
 * Cents for so many credits of a payment: their share of what was paid, rounded down; for the last of its credits everything that
 * is left. Never more than is left.
 */
export function refundCents(terms: ShareTerms, credits: number): number {
  const left = Math.max(0, terms.amountCents - terms.backCents);
  if (credits > 0 && terms.backCredits + credits >= terms.credits) return left;
  return Math.min(left, Math.floor((terms.amountCents * credits) / terms.credits));
}

/** Credits for so many cents of a payment that went back or are disputed: their share, rounded down; all for all. */
export function creditsOf(
  { amountCents, credits }: Pick<ShareTerms, 'amountCents' | 'credits'>,
  cents: number,
): number {
  if (cents >= amountCents) return credits;
  return Math.floor((credits * cents) / amountCents);
}
