import { expect, test } from 'vitest';
import { ENTITLEMENTS, type Tier } from '@/features/billing/entitlement-rules';
import { textsIn } from '@/texts/catalogue';
import { joinStyleLocks, locksOf, styleLock, tierOfWish, type Wish, wayTo } from './lock-rules';

const EN = textsIn('en');
const PLAIN = { name: 'Corporate', premium: false };
const PREMIUM = { name: 'Executive', premium: true };

const wish = (changes: Partial<Wish> = {}): Wish => ({
  style: PLAIN,
  quality: 'standard',
  variations: 2,
  ...changes,
});
const messages = (tier: Tier, asked: Wish) =>
  locksOf(ENTITLEMENTS[tier], asked, EN).map(({ message }) => message);

test('Free has core styles, standard quality and two pictures', () => {
  expect(messages('free', wish())).toEqual([]);
  expect(messages('free', wish({ style: PREMIUM, quality: 'high', variations: 3 }))).toEqual([
    'Executive comes with Plus.',
    'High quality comes with Plus.',
    '3 or 4 pictures come with Plus.',
  ]);
});

test('locked styles are named in one sentence', () => {
  const styles = (names: string[]) =>
    [PLAIN, ...names.map((name) => ({ name, premium: true }))].map((style) => ({
      ...style,
      locked: styleLock(ENTITLEMENTS.free, style, EN),
    }));
  expect(joinStyleLocks(styles([]), EN)).toEqual([]);
  expect(joinStyleLocks(styles(['Actor']), EN)[0]?.message).toBe('Actor comes with Plus.');
  expect(joinStyleLocks(styles(['Actor', 'Model', 'Executive']), EN)).toEqual([
    { entitlement: 'styles', needs: 'plus', message: 'Actor, Model and Executive come with Plus.' },
  ]);
});

test('Plus has all styles, high quality and four pictures; Pro everything', () => {
  const most = wish({ style: PREMIUM, quality: 'high', variations: 4 });
  expect(messages('plus', most)).toEqual([]);
  expect(locksOf(ENTITLEMENTS.plus, { ...most, quality: 'ultra' }, EN)).toEqual([
    { entitlement: 'quality', needs: 'pro', message: 'Ultra quality comes with Pro.' },
  ]);
  expect(messages('pro', { ...most, quality: 'ultra' })).toEqual([]);
});

test('the tier a wish needs is the highest that a part of it needs', () => {
  expect(tierOfWish(wish())).toBe('free');
  expect(tierOfWish(wish({ variations: 3 }))).toBe('plus');
  expect(tierOfWish(wish({ variations: 4, quality: 'ultra' }))).toBe('pro');
  for (const tier of ['free', 'plus', 'pro'] as const)
    for (const quality of ['standard', 'high', 'ultra'] as const)
      for (const variations of [1, 2, 3, 4])
        for (const style of [PLAIN, PREMIUM]) {
          const asked = { style, quality, variations };
          const enough =
            ['free', 'plus', 'pro'].indexOf(tier) >= ['free', 'plus', 'pro'].indexOf(tierOfWish(asked));
          expect(locksOf(ENTITLEMENTS[tier], asked, EN).length === 0).toBe(enough);
        }
});

test('what brings a tier is said', () => {
  expect(wayTo('plus', EN)).toContain('first credits');
  expect(wayTo('pro', EN)).toContain('Enterprise');
});
