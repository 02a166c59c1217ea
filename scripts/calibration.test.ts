import { expect, test } from 'vitest';
import { embeddingOf } from '../tests/support/measurements';
import { compareAll, describeDistributions } from './calibration';

const people = [
  { name: 'a', embeddings: [embeddingOf(1, 0.1, 20), embeddingOf(1, 0.1, 21), embeddingOf(1, 0.1, 22)] },
  { name: 'b', embeddings: [embeddingOf(2, 0.1, 30), embeddingOf(2, 0.1, 31)] },
];

test('a photo is compared with the others of its person, and with everybody else', () => {
  const { same, different } = compareAll(people);
  expect([same.length, different.length]).toEqual([5, 5]);
  expect(Math.min(...same)).toBeGreaterThan(0.95);
  expect(Math.max(...different)).toBeLessThan(0.05);
  expect(same).toEqual([...same].sort((x, y) => x - y));
});

test('the report names what the thresholds would do', () => {
  const text = describeDistributions(compareAll(people));
  expect(text).toContain('unlike although the same: 0 of 5 (0.0 %)');
  expect(text).toContain('accepted although another: 0 of 5 (0.0 %)');
  expect(text).toContain('same, excellent: 5 of 5 (100.0 %)');
  expect(describeDistributions({ same: [], different: [] })).toContain('nothing to compare');
});
