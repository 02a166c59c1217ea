import { expect, test } from 'vitest';
import { TIERS } from './entitlement-rules';
import { tierCents, tierFacts } from './tier-rules';

test('the tiers are told in the same rows, from the price list', () => {
  const [free, plus, pro] = TIERS.map(tierFacts);
  expect(plus?.map(({ name }) => name)).toEqual(free?.map(({ name }) => name));
  expect(free?.map(({ value }) => value)).toEqual([
    '3 once',
    'All except premium',
    'Up to 2',
    'Small headcraft mark',
    'Normal',
    '30 days',
  ]);
  expect(plus?.map(({ value }) => value)).toContain('Before Free');
  expect(pro?.map(({ value }) => value)).toEqual([
    '60 every month',
    'All, premium included',
    'Up to 4',
    'None',
    'First',
    'As long as you want',
  ]);
  expect(TIERS.map(tierCents)).toEqual([0, 999, 2_999]);
});
