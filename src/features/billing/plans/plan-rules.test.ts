import { describe, expect, test } from 'vitest';
import { graceEnd, isAlive, planOfPrice, plansOf, unpaidSince } from './plan-rules';

describe('which plan a price is', () => {
  const plus = { amountCents: 999, currency: 'usd', interval: 'month', intervalCount: 1, quantity: 1 };

  test('exactly its price, in dollars, once a month', () => {
    expect(planOfPrice(plus)).toBe('plus');
    expect(planOfPrice({ ...plus, amountCents: 2999, currency: 'USD' })).toBe('pro');
  });

  test.each([
    { amountCents: 998 },
    { amountCents: null },
    { currency: 'eur' },
    { interval: 'year' },
    { interval: null },
    { intervalCount: 3 },
    { quantity: 2 },
  ])('%o is no plan', (values) => {
    expect(planOfPrice({ ...plus, ...values })).toBeNull();
  });
});

test.each([
  ['plus', null, 'plus', null],
  ['plus', 'plus', 'plus', null],
  ['plus', 'pro', 'pro', 'plus'],
  ['pro', 'plus', 'pro', null],
] as const)('sold as %s, paid as %s: %s, then %s', (sold, paid, plan, nextPlan) => {
  expect(plansOf(sold, paid)).toEqual({ plan, nextPlan });
});

test.each([
  ['active', true],
  ['trialing', true],
  ['past_due', true],
  ['paused', true],
  ['unpaid', false],
  ['canceled', false],
  ['incomplete', false],
  ['incomplete_expired', false],
])('%s goes on: %s', (status, alive) => {
  expect(isAlive(status)).toBe(alive);
});

test('a plan of which nothing is heard for three days after its period is unpaid since then', () => {
  const periodEnd = new Date('2026-12-01T00:00:00Z');
  const plan = {
    status: 'active',
    periodStart: new Date('2026-11-01T00:00:00Z'),
    periodEnd,
    cancelAtPeriodEnd: false,
    pastDueSince: null,
    endedAt: null,
  };
  expect(unpaidSince(plan, new Date('2026-12-03T23:59:59Z'))).toBeNull();
  expect(unpaidSince(plan, new Date('2026-12-04T00:00:00Z'))).toEqual(periodEnd);
  const pastDueSince = new Date('2026-11-02T00:00:00Z');
  expect(unpaidSince({ ...plan, status: 'past_due', pastDueSince }, periodEnd)).toEqual(pastDueSince);
});

test('fourteen days of grace', () => {
  expect(graceEnd(new Date('2026-11-20T12:00:00Z'))).toEqual(new Date('2026-12-04T12:00:00Z'));
});
