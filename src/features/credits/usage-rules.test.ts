import { describe, expect, it, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { barsOf, centsAPicture, creditsAPicture, type DaySpend, rangeOf, spanOf } from './usage-rules';

const NOW = new Date('2026-11-20T13:45:00Z');

function days(from: Date, to: Date): DaySpend[] {
  const list: DaySpend[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += 86_400_000)
    list.push({ day: new Date(at).toISOString().slice(0, 10), credits: 1 });
  return list;
}

describe('spanOf', () => {
  it.each([
    ['30d', '2026-10-22', 30],
    ['90d', '2026-08-23', 90],
    ['12m', '2025-12-01', 355],
  ] as const)('%s starts on %s and has %i days, today included', (range, first, count) => {
    const { from, to } = spanOf(range, NOW);
    expect(from.toISOString()).toBe(`${first}T00:00:00.000Z`);
    expect(to.toISOString()).toBe('2026-11-21T00:00:00.000Z');
    expect(days(from, to)).toHaveLength(count);
  });
});

describe('barsOf', () => {
  it.each([
    ['30d', 30, '22 Oct', '20 Nov'],
    ['90d', 13, '23 Aug', '14 Nov'],
    ['12m', 12, 'Dec 25', 'Nov 26'],
  ] as const)(
    '%s has %i bars from %s to %s, all different and losing nothing',
    (range, count, first, last) => {
      const { from, to } = spanOf(range, NOW);
      const spend = days(from, to);
      const bars = barsOf(spend, range, textsIn('en'));
      expect(bars.map(({ label }) => label)).toHaveLength(new Set(bars.map(({ label }) => label)).size);
      expect([bars.length, bars[0]?.label, bars.at(-1)?.label]).toEqual([count, first, last]);
      expect(bars.reduce((total, { value }) => total + value, 0)).toBe(spend.length);
    },
  );

  it('gives the week that ends today its seven days', () => {
    const { from, to } = spanOf('90d', NOW);
    expect(barsOf(days(from, to), '90d', textsIn('en')).map(({ value }) => value)).toEqual([
      6,
      ...Array(12).fill(7),
    ]);
  });
});

test('an unknown range is thirty days', () => {
  expect([rangeOf('12m'), rangeOf('1y'), rangeOf(undefined)]).toEqual(['12m', '30d', '30d']);
});

test('a headshot costs what its bought credits cost', () => {
  expect(creditsAPicture(119, 79)).toBe(1.5);
  expect(creditsAPicture(0, 0)).toBeNull();
  // $29 for 50 credits is 58 cents a credit; 30 credits made 20 pictures.
  expect(centsAPicture({ paidCents: 2_900, bought: 50, used: 30, pictures: 20 })).toBe(87);
  expect(centsAPicture({ paidCents: 0, bought: 0, used: 3, pictures: 3 })).toBeNull();
  expect(centsAPicture({ paidCents: 2_900, bought: 50, used: 0, pictures: 0 })).toBeNull();
});
