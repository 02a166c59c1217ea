import { expect, test } from 'vitest';
import { newId } from './ids';

test('ids carry their prefix, differ and sort by time', () => {
  const earlier = newId('generation', 1_700_000_000_000);
  const later = newId('generation', 1_700_000_000_001);
  expect(earlier).toMatch(/^gen_[0-9a-z]{26}$/);
  expect(earlier < later).toBe(true);
  expect(new Set(Array.from({ length: 1000 }, () => newId('user', 1))).size).toBe(1000);
});

test('ids of one millisecond sort in the order they were made', () => {
  const made = Array.from({ length: 5000 }, () => newId('photo', 1_700_000_000_000));
  expect(made.toSorted()).toEqual(made);
  const goesOn = [newId('photo', 1_700_000_000_001), newId('photo', 1_700_000_000_001)];
  expect([...made, ...goesOn].toSorted()).toEqual([...made, ...goesOn]);
});
