import { expect, test } from 'vitest';
import { GENERATION_STATUSES, PICTURE_STATUSES } from '@/db/schema/generation';
import { textsIn } from '@/texts/catalogue';
import { measurementsOf } from '../../../tests/support/measurements';
import { bandOf, behind, remaining } from './eta';
import { likenessScore, likenessWord } from './likeness';
import { drawnPart, progressOf, STAGE_SHARE, STAGES } from './progress';
import {
  backOffSeconds,
  failureOf,
  isOver,
  isPictureOver,
  mayMove,
  mayMovePicture,
  outcomeOf,
  picturesBefore,
} from './rules';
import { pickSelfie, rankSelfies, scoreSelfie } from './selfie-ranking';

test('a generation that ended never moves again; every other state leads to an end', () => {
  for (const status of GENERATION_STATUSES) {
    const next = GENERATION_STATUSES.filter((to) => mayMove(status, to));
    expect(next.length === 0).toBe(isOver(status));
  }
  expect(mayMove('queued', 'completed')).toBe(false);
  expect(mayMove('processing', 'queued')).toBe(true);
});

test('a picture is accepted only after it was scored, and stays accepted until it comes back', () => {
  expect(picturesBefore('accepted')).toEqual(['scoring']);
  for (const to of PICTURE_STATUSES) expect(mayMovePicture('accepted', to)).toBe(to === 'returned');
  for (const status of PICTURE_STATUSES)
    expect(PICTURE_STATUSES.every((to) => to === 'returned' || !mayMovePicture(status, to))).toBe(
      isPictureOver(status),
    );
});

test('one accepted picture completes a generation, even a stopped one', () => {
  expect(outcomeOf(1, true)).toBe('completed');
  expect(outcomeOf(1, false)).toBe('completed');
  expect(outcomeOf(0, true)).toBe('cancelled');
  expect(outcomeOf(0, false)).toBe('failed');
  expect(failureOf(['unlike', 'unlike'], textsIn('en'))).toMatch(/looked enough like you/);
  expect(failureOf(['unlike', 'failed'], textsIn('en'))).toMatch(/could not make/);
});

test('back-off grows', () => {
  expect([1, 2, 3].map(backOffSeconds)).toEqual([5, 20, 80]);
});

test.each([
  [0.6, 'excellent', 60],
  [0.599, 'good', 60],
  [0.5, 'good', 50],
  [0.499, 'weak', 50],
  [0.4, 'weak', 40],
  [0.399, 'unlike', 40],
  [-0.2, 'unlike', 0],
  [1.01, 'excellent', 100],
])('cosine %f is %s and shown as %i', (cosine, word, shown) => {
  expect(likenessWord(cosine)).toBe(word);
  expect(likenessScore(cosine)).toBe(shown);
});

test('no face, or a number that is none, is never alike', () => {
  expect(likenessWord(null)).toBe('unlike');
  expect(likenessWord(Number.NaN)).toBe('unlike');
});

test('the stages fill the bar, in order', () => {
  expect(STAGES.reduce((sum, stage) => sum + STAGE_SHARE[stage], 0)).toBe(100);
  expect(progressOf('queue', 0)).toBe(0);
  expect(progressOf('drawing', 0)).toBe(15);
  expect(progressOf('drawing', drawnPart(2, 4, 0.5))).toBe(49);
  expect(progressOf('scoring', 0)).toBe(69);
  expect(progressOf('saving', 1)).toBe(100);
  expect(progressOf('drawing', 7)).toBe(69);
});

test('a time is a band from recent runs, counted by picture', () => {
  const runs = [4, 5, 6, 7, 30].map((seconds) => ({ seconds: seconds * 2, pictures: 2 }));
  const band = bandOf('studio', runs, 4);
  expect(band.low).toBeGreaterThanOrEqual(16);
  expect(band.high).toBeLessThanOrEqual(60);
  expect(band.high).toBeGreaterThan(band.low);
  expect(bandOf('studio', [], 1)).toEqual({ low: 4, high: 9 });
  expect(remaining({ low: 20, high: 40 }, 15, 15)).toEqual({ low: 20, high: 40 });
  expect(remaining({ low: 20, high: 40 }, 57.5, 15)).toEqual({ low: 10, high: 20 });
  expect(remaining({ low: 20, high: 40 }, 100, 15)).toEqual({ low: 1, high: 2 });
  const alone = { low: 10, high: 20 };
  expect(behind(alone, { waiting: 0, running: 0 })).toEqual({ low: 10, high: 20 });
  expect(behind(alone, { waiting: 0, running: 1 })).toEqual({ low: 10, high: 40 });
  expect(behind(alone, { waiting: 3, running: 1 })).toEqual({ low: 40, high: 100 });
  expect(behind(alone, { waiting: 3, running: 2 })).toEqual({ low: 20, high: 80 });
});

test('selfies are ranked by how well they face the camera, and only those that serve the shape', () => {
  const facing = measurementsOf();
  const turned = measurementsOf({ face: { pose: { yaw: 24, pitch: 12, roll: 10 } } });
  const small = measurementsOf({
    frame: {
      '1:1': { outside: 0, usable: true, shortSide: 1536 },
      '3:4': { outside: 0, usable: true, shortSide: 1536 },
      '4:5': { outside: 0, usable: true, shortSide: 700 },
    },
  });
  const cut = measurementsOf({
    frame: {
      '1:1': { outside: 0, usable: true, shortSide: 1536 },
      '3:4': { outside: 0, usable: true, shortSide: 1536 },
      '4:5': { outside: 0.1, usable: false, shortSide: 1536 },
    },
  });
  expect(scoreSelfie(facing)).toBeGreaterThan(scoreSelfie(turned));
  expect(scoreSelfie(measurementsOf({ face: null }))).toBe(0);
  const ranked = rankSelfies(
    [
      { photoId: 'turned', clean: true, measurements: turned },
      { photoId: 'facing', clean: true, measurements: facing },
      { photoId: 'small', clean: true, measurements: small },
      { photoId: 'cut', clean: true, measurements: cut },
    ],
    '4:5',
    1024,
  );
  expect(ranked.map(({ photoId }) => photoId)).toEqual(['facing', 'turned']);
});

test('variations walk through the good selfies; a repeated call takes another one', () => {
  const ranked = ['a', 'b', 'c', 'd', 'e', 'f'].map((photoId, at) => ({ photoId, score: 0.9 - at * 0.1 }));
  expect([1, 2, 3, 4].map((number) => pickSelfie(ranked, number, 1, 4))).toEqual(['a', 'b', 'c', 'a']);
  expect(pickSelfie(ranked, 1, 2, 4)).toBe('e');
  expect(pickSelfie([], 1, 1, 4)).toBeUndefined();
  expect(pickSelfie([{ photoId: 'only', score: 1 }], 3, 2, 4)).toBe('only');
});
