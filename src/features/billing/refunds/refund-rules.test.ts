import { describe, expect, test } from 'vitest';
import { creditsOf, REFUND_LIMIT_CENTS, type RefundTerms, refundable, refundCents } from './refund-rules';

const PAID_AT = new Date('2026-11-01T12:00:00Z');
const DAY = 24 * 60 * 60 * 1_000;
const NOW = new Date(PAID_AT.getTime() + DAY);

const terms = (changes: Partial<RefundTerms> = {}): RefundTerms => ({
  amountCents: 2_900,
  credits: 50,
  paidAt: PAID_AT,
  backCents: 0,
  backCredits: 0,
  disputed: false,
  ...changes,
});

describe('refundable', () => {
  test.each([
    ['all of it', terms(), 50, { credits: 50, cents: 2_900, why: null }],
    ['its share, rounded down', terms(), 7, { credits: 7, cents: 406, why: null }],
    ['one credit', terms({ amountCents: 7_900, credits: 150 }), 1, { credits: 1, cents: 52, why: null }],
    [
      'the last credits bring what is left',
      terms({ backCents: 1_000, backCredits: 20 }),
      30,
      { credits: 30, cents: 1_900, why: null },
    ],
    [
      'never more than is left, after a gesture without credits',
      terms({ backCents: 2_800 }),
      40,
      { credits: 40, cents: 100, why: null },
    ],
    ['nothing paid', terms({ amountCents: 0 }), 50, { credits: 0, cents: 0, why: 'free' }],
    ['all back', terms({ backCents: 2_900, backCredits: 10 }), 40, { credits: 0, cents: 0, why: 'refunded' }],
    ['no credits', terms({ credits: 0 }), 0, { credits: 0, cents: 0, why: 'creditless' }],
    ['disputed', terms({ disputed: true }), 50, { credits: 0, cents: 0, why: 'disputed' }],
    ['spent', terms(), 0, { credits: 0, cents: 0, why: 'spent' }],
    [
      'above the limit',
      terms({ amountCents: 500_000, credits: 10_000 }),
      10_000,
      { credits: 10_000, cents: 500_000, why: 'large' },
    ],
    [
      'at the limit, with what went back before',
      terms({ amountCents: 60_000, credits: 1_200, backCents: 10_000, backCredits: 200 }),
      800,
      { cents: 40_000, why: null },
    ],
    [
      'a credit above it',
      terms({ amountCents: 60_000, credits: 1_200, backCents: 10_000, backCredits: 200 }),
      801,
      { cents: REFUND_LIMIT_CENTS - 10_000 + 50, why: 'large' },
    ],
  ])('%s', (_what, payment, unspent, answer) => {
    expect(refundable(payment, unspent, NOW)).toMatchObject(answer);
  });

  test('for 30 days to the moment', () => {
    const end = PAID_AT.getTime() + 30 * DAY;
    expect(refundable(terms(), 50, new Date(end)).why).toBeNull();
    expect(refundable(terms(), 50, new Date(end + 1)).why).toBe('late');
  });
});

test('whatever parts it goes back in, exactly what was paid goes back', () => {
  for (const part of [1, 3, 7, 49, 50, 149]) {
    let payment = terms({ amountCents: 7_899, credits: 150 });
    while (payment.backCredits < payment.credits) {
      const credits = Math.min(part, payment.credits - payment.backCredits);
      const cents = refundCents(payment, credits);
      payment = {
        ...payment,
        backCents: payment.backCents + cents,
        backCredits: payment.backCredits + credits,
      };
      expect(payment.backCents).toBeLessThanOrEqual(payment.amountCents);
    }
    expect(payment.backCents).toBe(7_899);
  }
});

test.each([
  [2_900, 50],
  [2_899, 49],
  [1_160, 20],
  [57, 0],
  [58, 1],
  [9_999, 50],
])('%d cents of 2,900 are worth %d of 50 credits', (cents, credits) => {
  expect(creditsOf(terms(), cents)).toBe(credits);
});
