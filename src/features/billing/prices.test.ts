import { expect, test } from 'vitest';
import { centsPerCredit, PACK_LIST, PREMIUM_CREDITS, type Quality } from './price-list';
import { cheaperOffer, customCents, priceOf } from './prices';

test.each([
  ['standard', 0, 1, 1],
  ['standard', PREMIUM_CREDITS, 4, 8],
  ['standard', 3, 4, 16],
  ['high', 0, 3, 6],
  ['high', 1, 2, 6],
  ['ultra', 0, 4, 12],
  ['ultra', 1, 4, 16],
] satisfies [Quality, number, number, number][])(
  '%s, a style that adds %i, %i pictures: %i credits',
  (quality, surcharge, variations, total) => {
    const price = priceOf({ quality, surcharge, variations });
    expect(price.total).toBe(total);
    expect(price.each * variations).toBe(total);
  },
);

test.each([0, -1, 1.5, 5, Number.NaN])('refuses %d variations', (variations) => {
  expect(() => priceOf({ quality: 'standard', surcharge: 0, variations })).toThrow(RangeError);
});

test.each([-1, 0.5, 4, Number.NaN])('refuses a style that adds %d', (surcharge) => {
  expect(() => priceOf({ quality: 'standard', surcharge, variations: 1 })).toThrow(RangeError);
});

test('packs: 50 for $29, 150 for $79, 500 for $199', () => {
  expect(PACK_LIST.map((pack) => [pack.credits, pack.amountCents])).toEqual([
    [50, 2900],
    [150, 7900],
    [500, 19900],
  ]);
  expect(PACK_LIST.map(centsPerCredit)).toEqual([58, 53, 40]);
});

test.each([
  [150, null],
  [151, 7550],
  [152.5, null],
  [10_000, 500_000],
  [10_001, null],
  [Number.NaN, null],
])('%d custom credits: %s cents', (credits, cents) => {
  expect(customCents(credits)).toBe(cents);
});

test.each([
  [151, null],
  [398, null],
  [399, [1, 500, 19_900]],
  [500, [1, 500, 19_900]],
  [796, null],
  [1000, [2, 1000, 39_800]],
])('cheaper than %d custom credits: %s', (credits, offer) => {
  const found = cheaperOffer(credits);
  expect(found && [found.packs, found.credits, found.amountCents]).toEqual(offer);
});
