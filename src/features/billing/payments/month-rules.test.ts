import { expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { shortMonthName } from '@/texts/months';
import { isMonth, lastMonths, monthAfter, monthBefore, monthName, monthOf, monthStart } from './month-rules';

const ENGLISH = textsIn('en');

test('months are those of UTC, and go over the year', () => {
  expect(monthOf(new Date('2026-11-30T23:59:59Z'))).toBe('2026-11');
  expect([monthBefore('2026-01'), monthAfter('2026-12')]).toEqual(['2025-12', '2027-01']);
  expect(lastMonths('2026-02', 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(monthName('2026-09', ENGLISH)).toBe('September 2026');
  expect(shortMonthName('2026-09', ENGLISH)).toBe('Sep 26');
  expect(monthStart('2026-09').toISOString()).toBe('2026-09-01T00:00:00.000Z');
});

test('only months are taken for months', () => {
  expect(['2026-11', '2026-13', '2026-1', '26-11', '2026-11-01', ''].filter(isMonth)).toEqual(['2026-11']);
});
