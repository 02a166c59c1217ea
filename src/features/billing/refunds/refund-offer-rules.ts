/** What the page of a payment offers to refund, and what that means, in words. */
import type { Texts } from '@/texts/make-texts';
import type { Tier } from '../entitlement-rules';
import { PLANS, type PlanId } from '../price-list';
import { TIER_NAMES } from '../tier-types';
import {
  BANK_DAYS,
  REFUND_LIMIT_CENTS,
  type Refundable,
  refundCents,
  refusalWords,
  type ShareTerms,
  shareTerms,
} from './refund-rules';

/** What a team loses once less than half of a payment's money stays. */
export type RefundEffect = {
  /** The most cents that may go back before. */
  spareCents: number;
  /** The plan that ends. */
  plan: PlanId | null;
  before: Tier;
  after: Tier;
};

export type RefundOffer = {
  /** The most credits that can be given back by a click. */
  most: number;
  /** ISO 8601: until when. */
  until: string;
  why: Refundable['why'];
  /** For the exact cents of any number of credits. */
  terms: ShareTerms;
  effect: RefundEffect | null;
};

type Payment = Parameters<typeof shareTerms>[0] & {
  refunds: Parameters<typeof shareTerms>[1];
  refundable: Refundable | null;
  refundEffect: RefundEffect | null;
};

/** Null while nothing was paid. */
export function refundOffer(payment: Payment): RefundOffer | null {
  const { refunds, refundable, refundEffect: effect } = payment;
  if (!refundable) return null;
  const terms = shareTerms(payment, refunds);
  const most = mostCredits(terms, refundable.credits);
  return { most, until: refundable.until.toISOString(), why: refundable.why, terms, effect };
}

/** Exact cents of so many credits; the same rule that the server applies. */
export function centsBack({ terms }: RefundOffer, credits: number): number {
  return refundCents(terms, credits);
}

/** As many as are unspent and stay under the limit. */
function mostCredits(terms: ShareTerms, unspent: number): number {
  const fits = (credits: number) => terms.backCents + refundCents(terms, credits) <= REFUND_LIMIT_CENTS;
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
export function refundRefusal({ why, most }: RefundOffer, texts: Texts): string | null {
  if (why === null || (why === 'large' && most > 0)) return null;
  return refusalWords(why, texts);
}

/** What happens, told before the button. */
export function refundRule(credits: number, total: number, texts: Texts): string {
  if (credits === total) return texts.t('billing.client.refund.allBack', BANK_DAYS);
  return texts.t('billing.client.refund.someBack', { credits: texts.credits(credits), total, ...BANK_DAYS });
}

/** What the team loses when so many credits are given back; null when nothing changes. */
export function refundLoss(offer: RefundOffer, credits: number, { t }: Texts): string | null {
  const { effect } = offer;
  if (!effect || centsBack(offer, credits) <= effect.spareCents) return null;
  const [before, after] = [TIER_NAMES[effect.before], TIER_NAMES[effect.after]];
  const keeps = before === after;
  if (!effect.plan)
    return keeps
      ? t('billing.client.refund.paymentKeeps', { after })
      : t('billing.client.refund.paymentLoses', { before, after });
  const plan = PLANS[effect.plan].name;
  return keeps
    ? t('billing.client.refund.planEndsKeeps', { plan, after })
    : t('billing.client.refund.planEndsLoses', { plan, before, after });
}
