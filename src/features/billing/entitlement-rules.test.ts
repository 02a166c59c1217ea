import { expect, test } from 'vitest';
import { proEnd, type Standing, tierFor, tierOf } from './entitlement-rules';

const now = new Date('2026-11-20T12:00:00Z');
const before = new Date('2026-11-20T11:59:59Z');
const after = new Date('2026-11-20T12:00:01Z');
const nothing: Standing = { plan: null, everPaid: false, proUntil: null };

test.each([
  [nothing, 'free'],
  [{ ...nothing, everPaid: true }, 'plus'],
  [{ ...nothing, plan: 'plus' }, 'plus'],
  [{ ...nothing, plan: 'pro' }, 'pro'],
  [{ plan: 'plus', everPaid: true, proUntil: after }, 'pro'],
  [{ plan: null, everPaid: true, proUntil: before }, 'plus'],
] satisfies [Standing, string][])('%o is %s', (standing, tier) => {
  expect(tierOf(standing, now)).toBe(tier);
});

test('the end of an Enterprise pack’s Pro is told while nothing else gives Pro', () => {
  expect(proEnd({ ...nothing, proUntil: after }, now)).toEqual(after);
  expect(proEnd({ ...nothing, plan: 'plus', proUntil: after }, now)).toEqual(after);
  expect(proEnd({ ...nothing, plan: 'pro', proUntil: after }, now)).toBeNull();
  expect(proEnd({ ...nothing, proUntil: before }, now)).toBeNull();
});

test('which tier brings what', () => {
  expect(tierFor(({ qualities }) => qualities.includes('ultra'))).toBe('pro');
  expect(tierFor(({ maxVariations }) => maxVariations >= 3)).toBe('plus');
  expect(tierFor(({ maxVariations }) => maxVariations >= 5)).toBeNull();
});
