import { expect, test } from 'vitest';
import { formatCents, formatColumnCents, formatCredits } from './money';
import { counted, countedPeople, eitherOf, numberWord } from './words';

test('one is one, and thousands are grouped', () => {
  expect([0, 1, 2, 1_500].map(formatCredits)).toEqual([
    '0 credits',
    '1 credit',
    '2 credits',
    '1,500 credits',
  ]);
  expect([1, 2].map(countedPeople)).toEqual(['1 person', '2 people']);
  expect([1, 1_000].map((count) => counted(count, 'entry', 'entries'))).toEqual(['1 entry', '1,000 entries']);
});

test('names are joined as people say them', () => {
  expect([['Ada'], ['Ada', 'Ben'], ['Ada', 'Ben', 'Cleo']].map(eitherOf)).toEqual([
    'Ada',
    'Ada or Ben',
    'Ada, Ben or Cleo',
  ]);
});

test('money in a sentence is short, money in a column has its cents', () => {
  expect([19_900, 999, 0].map(formatCents)).toEqual(['$199', '$9.99', '$0']);
  expect([19_900, 999, 0, -5_000, 123_456_700].map(formatColumnCents)).toEqual([
    '$199.00',
    '$9.99',
    '$0.00',
    '−$50.00',
    '$1,234,567.00',
  ]);
});

test('a headline begins with a word as long as there is one', () => {
  expect([1, 12, 13].map(numberWord)).toEqual(['One', 'Twelve', '13']);
});
