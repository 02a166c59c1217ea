import { expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { meanEmbedding } from '@/vision/face/similarity';
import { dHashOf, embeddingOf } from '../../../tests/support/measurements';
import { explainLikeness } from './likeness-rules';
import { measureLikeness } from './measure-likeness';

const PERSON = 7;
const selfies = [20, 21, 22].map((at) => ({ embedding: embeddingOf(PERSON, 0.5, at), dHash: dHashOf(at) }));
const mean = meanEmbedding(selfies.map(({ embedding }) => embedding));
const ai = { finishesSelfie: false };

test('says on how many selfies, how alike they are themselves, and which is nearest', () => {
  const found = measureLikeness({ embedding: embeddingOf(PERSON, 0.9, 3) }, selfies, mean, ai);
  expect(found).toMatchObject({ selfies: 3, hashDistance: null, nearCopy: false });
  expect(found?.low).toBeGreaterThan(0.8);
  expect(found?.high).toBeLessThanOrEqual(1);
  expect(found?.nearest).toBeLessThan(0.92);
});

test('the face of a selfie, or the whole photo, is a near-copy', () => {
  const face = selfies[1]?.embedding ?? null;
  expect(measureLikeness({ embedding: face }, selfies, mean, ai)).toMatchObject({ nearCopy: true });
  const whole = { embedding: embeddingOf(PERSON, 0.9, 3), dHash: dHashOf(22) };
  expect(measureLikeness(whole, selfies, mean, ai)).toMatchObject({ hashDistance: 0, nearCopy: true });
});

test('a studio finish is its selfie on purpose', () => {
  const face = selfies[1]?.embedding ?? null;
  const whole = { embedding: face, dHash: dHashOf(21) };
  expect(measureLikeness(whole, selfies, mean, { finishesSelfie: true })).toMatchObject({ nearCopy: false });
});

test('without a face, or without selfies, there is nothing to measure', () => {
  expect(measureLikeness({ embedding: null }, selfies, mean, ai)).toBeNull();
  expect(measureLikeness({ embedding: embeddingOf(PERSON, 0, 1) }, [], null, ai)).toBeNull();
});

test('the number in words: what it means, on what, against what', () => {
  const measured = { selfies: 8, low: 82, high: 96 };
  const said = (score: number, word: 'excellent' | 'good' | 'weak') =>
    explainLikeness({ score, word, measured, nearCopy: false }, textsIn('en')).join(' ');
  expect(said(88, 'excellent')).toMatch(
    /plainly yours.* mean of your 8 selfies.* reach 82 to 96, so the picture is as much like you/,
  );
  expect(said(55, 'good')).toContain('27 further away than the least alike of your own photos');
  expect(
    explainLikeness({ score: 45, word: 'weak', measured: null, nearCopy: false }, textsIn('en'))[1],
  ).toContain('mean of your selfies');
});
