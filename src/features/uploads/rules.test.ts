import { describe, expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import type { FaceMeasurements } from '@/vision/types';
import { measurementsOf } from '../../../tests/support/measurements';
import { findingOf } from './finding-words';
import type { Check, Problem } from './photo-types';
import { judgePhoto, statusOf } from './rules';

const inWords = (problem: Problem | undefined, language: 'en' | 'de' = 'en') =>
  problem && findingOf(problem, textsIn(language));

type Face = Partial<FaceMeasurements>;
const light = (changes: Partial<FaceMeasurements['skin']>): Face => ({
  skin: { luma: 140, dark: 0, clipped: 0, ...changes },
});
const pose = (changes: Partial<FaceMeasurements['pose']>): Face => ({
  pose: { yaw: 0, pitch: 0, roll: 0, ...changes },
});
const covered = (changes: Partial<FaceMeasurements['occlusion']>): Face => ({
  occlusion: { eyes: 0, leftEye: 0, rightEye: 0, nose: 0, mouth: 0, ...changes },
});

/** Each row of the check table: the last passing number, a warning, a rejection. */
const ROWS: [string, Check, Face, Face, Face][] = [
  ['size', 'size', { pupilDistance: 90 }, { pupilDistance: 89 }, { pupilDistance: 59 }],
  ['sharpness', 'sharpness', { sharpness: 0.42 }, { sharpness: 0.3 }, { sharpness: 0.19 }],
  ['dark skin luma', 'too-dark', light({ luma: 55 }), light({ luma: 40 }), light({ luma: 37 })],
  ['clipped', 'too-bright', light({ clipped: 0.09 }), light({ clipped: 0.2 }), light({ clipped: 0.31 })],
  ['side light', 'side-light', { asymmetry: 0.44 }, { asymmetry: 0.5 }, { asymmetry: 0.66 }],
  ['head', 'head-in-frame', { headCutTop: 0.24 }, { headCutTop: 0.3 }, { headCutTop: 0.5 }],
  ['shoulders', 'shoulders', { spaceBelowChin: 0.55 }, { spaceBelowChin: 0.4 }, { spaceBelowChin: 0.3 }],
  ['yaw', 'angle', pose({ yaw: -25 }), pose({ yaw: -30 }), pose({ yaw: 36 })],
  ['pitch down', 'angle', pose({ pitch: 18 }), pose({ pitch: 20 }), pose({ pitch: 27 })],
  ['pitch up', 'angle', pose({ pitch: -30 }), pose({ pitch: -31 }), pose({ pitch: -39 })],
  ['roll', 'angle', pose({ roll: 20 }), pose({ roll: -28 }), pose({ roll: 36 })],
  [
    'covered mouth',
    'covered-face',
    covered({ mouth: 0.24 }),
    covered({ mouth: 0.4 }),
    covered({ mouth: 0.6 }),
  ],
  ['covered nose', 'covered-face', covered({ nose: 0.24 }), covered({ nose: 0.4 }), covered({ nose: 0.6 })],
  ['covered eyes', 'covered-face', covered({ eyes: 0.24 }), covered({ eyes: 0.4 }), covered({ eyes: 0.6 })],
  ['eyes', 'eyes-closed', { blink: 0.44 }, { blink: 0.5 }, { blink: 0.61 }],
];

describe.each(ROWS)('%s', (_name, check, pass, warn, reject) => {
  const find = (face: Face) => judgePhoto(measurementsOf({ face }));

  test('passes', () => {
    expect(find(pass)).toEqual([]);
  });

  test('warns', () => {
    const findings = find(warn);
    expect(findings).toMatchObject([{ check, level: 'warn' }]);
    expect(statusOf(findings)).toBe('warned');
  });

  test('rejects', () => {
    const findings = find(reject);
    expect(findings).toMatchObject([{ check, level: 'reject' }]);
    expect(inWords(findings[0])?.detail).toContain('not used');
    expect(statusOf(findings)).toBe('rejected');
  });
});

test('a photo within every limit is accepted', () => {
  expect(judgePhoto(measurementsOf())).toEqual([]);
  expect(statusOf([])).toBe('accepted');
});

test('exactly one face: none and two are refused, in words that fit', () => {
  const none = judgePhoto(measurementsOf({ faces: { count: 0, secondWidthRatio: 0 }, face: null }));
  expect(none.map((one) => inWords(one))).toMatchObject([
    { check: 'one-face', level: 'reject', label: 'No face' },
  ]);
  const two = judgePhoto(measurementsOf({ faces: { count: 2, secondWidthRatio: 0.8 } }));
  expect(two).toMatchObject([{ check: 'one-face', level: 'reject', value: 2 }]);
  expect(inWords(two[0])?.message).toContain('two people');
});

test('sunglasses are dark and flat; clear glasses and shadowed eyes are not', () => {
  const dark = { eyes: { luma: 0.1, spread: 0.05 }, ...covered({ eyes: 0.9 }), blink: 0.9 };
  expect(judgePhoto(measurementsOf({ face: dark })).map(({ check }) => check)).toEqual(['sunglasses']);
  const shadowed = { eyes: { luma: 0.1, spread: 0.3 } };
  expect(judgePhoto(measurementsOf({ face: shadowed }))).toEqual([]);
});

test('more than a third of the face in black is too dark, without a warning before', () => {
  expect(judgePhoto(measurementsOf({ face: light({ dark: 0.34 }) }))).toEqual([]);
  const findings = judgePhoto(measurementsOf({ face: light({ dark: 0.36 }) }));
  expect(findings).toMatchObject([{ check: 'too-dark', level: 'reject' }]);
});

test('side light means nothing on a turned face', () => {
  const turned = { asymmetry: 0.9, pose: { yaw: 25, pitch: 0, roll: 0 } };
  expect(judgePhoto(measurementsOf({ face: turned }))).toEqual([]);
});

test('rejections come first, and a check speaks once', () => {
  const face = { sharpness: 0.3, pupilDistance: 40, skin: { luma: 30, dark: 0.5, clipped: 0 } };
  const checks = judgePhoto(measurementsOf({ face })).map(({ check, level }) => [check, level]);
  expect(checks).toEqual([
    ['size', 'reject'],
    ['too-dark', 'reject'],
    ['sharpness', 'warn'],
  ]);
});

test('the blurred photo says its number as an instrument would', () => {
  const [finding] = judgePhoto(measurementsOf({ face: { sharpness: 0.19 } }));
  expect(inWords(finding)?.detail).toBe('Sharpness: .19. We need at least .27. This photo is not used.');
  expect(inWords(finding, 'de')?.detail).toBe(
    'Schärfe: 0,19. Nötig sind mindestens 0,27. Dieses Foto wird nicht verwendet.',
  );
});

test.each([
  ['90 px', { pupilDistance: 89.7 }, '89 px. Better: at least 90 px'],
  ['.42', { sharpness: 0.418 }, '.41. Better: at least .42'],
  ['25 %', { headCutTop: 0.253 }, '26%. Better: at most 25%'],
  ['25°', pose({ yaw: 25.2 }), '26°. Better: at most 25°'],
  ['55 %', { spaceBelowChin: 0.549 }, '54%. Better: at least 55%'],
])('what misses %s by little is not written like it', (_limit, face, written) => {
  expect(inWords(judgePhoto(measurementsOf({ face }))[0])?.detail).toContain(written);
});

test('a verdict from before there were languages keeps the words it was stored with', () => {
  const old = {
    check: 'size',
    level: 'warn',
    value: 80,
    label: 'Too far away',
    message: 'Come closer: your face is small.',
    detail: 'Distance between your eyes: 80 px. Better: at least 90 px. This photo is used.',
  } as const;
  expect(findingOf(old, textsIn('de'))).toEqual(old);
  const { level, value } = old;
  expect(findingOf({ check: 'size', kind: 'size', level, value, limit: 90 }, textsIn('en'))).toEqual(old);
});
