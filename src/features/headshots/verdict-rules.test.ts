import { expect, test } from 'vitest';
import { DAY, plus } from '@/lib/time';
import { textsIn } from '@/texts/catalogue';
import { decideReturn, explainKept, FAST_RETURNS, isConspicuous, returnsAllowed } from './verdict-rules';

const now = new Date('2026-11-28T12:00:00Z');
const facts = (changes: object = {}) => ({
  finishedAt: plus(now, -DAY),
  isFirst: false,
  headshots: 10,
  returned: 0,
  ...changes,
});

test('30 % of the headshots, rounded down, one always', () => {
  expect([0, 1, 3, 6, 7, 9, 10, 13, 14, 100].map(returnsAllowed)).toEqual([1, 1, 1, 1, 2, 2, 3, 3, 4, 30]);
});

test('up to the share it comes back, then it does not', () => {
  expect(decideReturn(facts({ returned: 2 }), now)).toBe('refund');
  expect(decideReturn(facts({ returned: 3 }), now)).toBe('limit');
});

test('all of the first generation comes back, whatever the share', () => {
  expect(decideReturn(facts({ isFirst: true, headshots: 4, returned: 9 }), now)).toBe('refund');
});

test('for seven days to the millisecond, of the first generation too', () => {
  for (const isFirst of [true, false]) {
    expect(decideReturn(facts({ isFirst, finishedAt: plus(now, -7 * DAY) }), now)).toBe('refund');
    expect(decideReturn(facts({ isFirst, finishedAt: plus(now, -7 * DAY - 1) }), now)).toBe('late');
  }
});

test('a refusal says what was decided and that nothing was taken', () => {
  expect(explainKept('limit', { headshots: 10, returned: 3 }, textsIn('en'))).toMatch(
    /^3 of your 10 headshots .* stay as they are\.$/,
  );
  expect(explainKept('late', { headshots: 10, returned: 3 }, textsIn('en'))).toMatch(
    /7 days .* stay as they are\.$/,
  );
});

test('staff look at the limit, and at many in a day', () => {
  expect(isConspicuous('limit', 0)).toBe(true);
  expect(isConspicuous('late', 0)).toBe(false);
  expect(isConspicuous('refund', FAST_RETURNS - 1)).toBe(false);
  expect(isConspicuous('refund', FAST_RETURNS)).toBe(true);
});
