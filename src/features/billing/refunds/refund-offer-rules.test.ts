import { describe, expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { centsBack, type RefundEffect, refundLoss, refundOffer, refundRefusal } from './refund-offer-rules';

const ENGLISH = textsIn('en');

const UNTIL = new Date('2026-12-20T00:00:00Z');
const PAID = {
  amountCents: 2_900,
  credits: 50,
  refundedCents: 0,
  refunds: [],
  refundEffect: null,
  refundable: { credits: 50, cents: 2_900, until: UNTIL, why: null },
};

function offerOf(change: Partial<Parameters<typeof refundOffer>[0]> = {}) {
  const offer = refundOffer({ ...PAID, ...change });
  if (!offer) throw new Error('nothing is offered');
  return offer;
}

describe('what can be refunded', () => {
  test('all of it, or some of it, to the cent', () => {
    const offer = offerOf();
    expect(offer.most).toBe(50);
    expect([1, 32, 49, 50].map((credits) => centsBack(offer, credits))).toEqual([58, 1_856, 2_842, 2_900]);
  });

  test('what went back or is on its way counts; what failed does not', () => {
    const offer = offerOf({
      refunds: [
        { status: 'succeeded', amountCents: 580, credits: 10 },
        { status: 'pending', amountCents: 580, credits: 10 },
        { status: 'failed', amountCents: 580, credits: 10 },
      ],
      refundable: { credits: 30, cents: 1_740, until: UNTIL, why: null },
    });
    expect(centsBack(offer, 30)).toBe(1_740);
  });

  test('a large payment is offered up to the limit', () => {
    const offer = offerOf({
      amountCents: 500_000,
      credits: 10_000,
      refundable: { credits: 10_000, cents: 500_000, until: UNTIL, why: 'large' },
    });
    expect(offer.most).toBe(1_000);
    expect(centsBack(offer, offer.most)).toBe(50_000);
    expect(refundRefusal(offer, ENGLISH)).toBeNull();
  });

  test('nothing while nothing was paid, and a reason where it is refused', () => {
    expect(refundOffer({ ...PAID, refundable: null })).toBeNull();
    for (const why of ['free', 'refunded', 'creditless', 'disputed', 'late', 'spent'] as const) {
      const offer = offerOf({ refundable: { credits: 0, cents: 0, until: UNTIL, why } });
      expect(refundRefusal(offer, ENGLISH)).not.toBeNull();
    }
  });
});

describe('what the team loses by it, said before the button', () => {
  const loses = (effect: Partial<RefundEffect>, credits: number) =>
    refundLoss(
      offerOf({
        refundEffect: { spareCents: 1_450, plan: null, before: 'plus', after: 'free', ...effect },
      }),
      credits,
      ENGLISH,
    );

  test('nothing while half of it stays, the tier with a credit more', () => {
    expect(loses({}, 25)).toBeNull();
    expect(loses({}, 26)).toContain('Your team will have Free instead of Plus.');
  });

  test('a plan ends, whatever else the team has', () => {
    expect(loses({ plan: 'pro', before: 'pro', after: 'plus' }, 26)).toMatch(
      /the Pro plan ends now\. Your team will have Plus instead of Pro\.$/,
    );
    expect(loses({ plan: 'plus', before: 'pro', after: 'pro' }, 50)).toContain(
      'Your team keeps Pro without it.',
    );
  });

  test('nothing that it does not have', () => {
    expect(refundLoss(offerOf(), 50, ENGLISH)).toBeNull();
  });
});
