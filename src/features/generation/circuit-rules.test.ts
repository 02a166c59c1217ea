import { expect, test } from 'vitest';
import { MINUTE, plus } from '@/lib/time';
import { afterFailure, type Circuit, CLOSED, restOf } from './circuit-rules';

const NOW = new Date('2026-11-28T10:00:00Z');
const fail = (circuit: Circuit, times: number) => {
  let now = circuit;
  for (let at = 0; at < times; at += 1) now = afterFailure(now, 'outage', NOW) ?? now;
  return now;
};

test('four failures in a row are bad luck, five leave the engine alone for a minute', () => {
  expect(restOf(fail(CLOSED, 4), NOW)).toBe(0);
  expect(restOf(fail(CLOSED, 5), NOW)).toBe(MINUTE);
});

test('a probe that fails doubles the rest, up to ten minutes', () => {
  let circuit = fail(CLOSED, 5);
  for (const minutes of [2, 4, 8, 10, 10]) {
    circuit = afterFailure(circuit, 'timeout', NOW) ?? circuit;
    expect(restOf(circuit, NOW)).toBe(minutes * MINUTE);
  }
  expect(restOf(circuit, plus(NOW, 10 * MINUTE))).toBe(0);
});

test('no money and a wrong key open at once; what is about the picture counts for nothing', () => {
  expect(restOf(afterFailure(CLOSED, 'budget', NOW) ?? CLOSED, NOW)).toBe(MINUTE);
  expect(restOf(afterFailure(CLOSED, 'setup', NOW) ?? CLOSED, NOW)).toBe(MINUTE);
  for (const reason of ['refused', 'selfie', 'unusable', 'busy'] as const)
    expect(afterFailure(fail(CLOSED, 4), reason, NOW)).toBeNull();
});
