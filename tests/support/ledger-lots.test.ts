import { expect, test } from 'vitest';
import { type Lot, unspentOf } from './ledger-lots';

const lot = (id: string, credits: number, taken = 0): Lot => ({
  id,
  credits,
  taken,
  repaid: 0,
});
const [first, second, third] = [lot('a', 50), lot('b', 150), lot('c', 20)];

test.each([
  ['everything is still there', [first, second, third], 220, { a: 50, b: 150, c: 20 }],
  ['the oldest goes first', [first, second, third], 190, { a: 20, b: 150, c: 20 }],
  ['then the next', [first, second, third], 100, { a: 0, b: 80, c: 20 }],
  ['the newest last', [first, second, third], 5, { a: 0, b: 0, c: 5 }],
  ['nothing is left', [first, second, third], 0, { a: 0, b: 0, c: 0 }],
  ['what was taken back of a lot is not unspent', [lot('a', 50, 30), second], 170, { a: 20, b: 150 }],
  ['a later lot that was taken back accounts for less', [first, lot('b', 150, 150)], 40, { a: 40, b: 0 }],
  ['what repaid a debt is not unspent', [{ ...first, repaid: 20 }, second], 180, { a: 30, b: 150 }],
  ['more taken than it brought is nothing, not less', [first, lot('b', 150, 170)], 40, { a: 40, b: 0 }],
])('%s', (_name, lots, existing, expected) => {
  expect(Object.fromEntries(lots.map(({ id }) => [id, unspentOf(lots, existing, id)]))).toEqual(expected);
});

test('a lot that is not there has nothing unspent', () => {
  expect(unspentOf([first], 50, 'z')).toBe(0);
});
