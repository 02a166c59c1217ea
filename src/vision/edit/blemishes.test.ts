import { expect, test } from 'vitest';
import { seededRandom } from '@/vision/image/scalar';
import { findSpots, healSpots, type SkinPatch } from './blemishes';

const SIDE = 200;
/** Spots up to 8.5 px across. */
const FACE = 250;

/** Even skin with a little grain and round marks on it: darker and redder by so much. */
function skinWith(
  marks: readonly { x: number; y: number; radius: number; dark?: number; red?: number; long?: number }[],
): SkinPatch {
  const random = seededRandom(5);
  const l = Float32Array.from({ length: SIDE * SIDE }, () => 65 + random() - 0.5);
  const a = Float32Array.from({ length: SIDE * SIDE }, () => 14 + (random() - 0.5) * 0.6);
  for (const { x, y, radius, dark = 0, red = 0, long = 1 } of marks)
    for (let i = 0; i < l.length; i++) {
      if (Math.hypot(((i % SIDE) - x) / long, Math.floor(i / SIDE) - y) > radius) continue;
      l[i] = (l[i] as number) - dark;
      a[i] = (a[i] as number) + red;
    }
  return { l, a, skin: new Uint8Array(SIDE * SIDE).fill(1), width: SIDE, height: SIDE };
}

const found = (...marks: Parameters<typeof skinWith>[0][number][]) => findSpots(skinWith(marks), FACE).length;

test('small red and small dark spots are found, where they are', () => {
  const spots = findSpots(
    skinWith([
      { x: 60, y: 70, radius: 3, red: 9, dark: 3 },
      { x: 140, y: 120, radius: 2, dark: 8 },
    ]),
    FACE,
  );
  expect(spots).toHaveLength(2);
  expect(spots[0]?.x).toBeCloseTo(60, 0);
  expect(spots[1]?.y).toBeCloseTo(120, 0);
});

test('what belongs to a person stays: moles, large marks, lines, freckles, and what is not skin', () => {
  expect(found({ x: 60, y: 70, radius: 3, dark: 26 })).toBe(0);
  expect(found({ x: 60, y: 70, radius: 7, red: 9, dark: 4 })).toBe(0);
  expect(found({ x: 60, y: 70, radius: 1.5, dark: 8, long: 3 })).toBe(0);
  const freckles = Array.from({ length: 40 }, (_, i) => ({
    x: 20 + (i % 8) * 22,
    y: 20 + Math.floor(i / 8) * 36,
    radius: 2,
    dark: 7,
    red: 1,
  }));
  expect(found(...freckles)).toBe(0);
  expect(found(...freckles, { x: 100, y: 190, radius: 3, red: 12, dark: 4 })).toBe(1);
  const beard = skinWith([{ x: 60, y: 70, radius: 3, red: 9 }]);
  beard.skin.fill(0);
  expect(findSpots(beard, FACE)).toEqual([]);
});

test('a healed spot looks like the skin beside it, grain included, and nothing else is touched', () => {
  const patch = skinWith([{ x: 100, y: 100, radius: 3, red: 9, dark: 5 }]);
  const before = Float32Array.from(patch.l);
  healSpots(patch, findSpots(patch, FACE), FACE);
  const inside: number[] = [];
  for (let i = 0; i < patch.l.length; i++) {
    const distance = Math.hypot((i % SIDE) - 100, Math.floor(i / SIDE) - 100);
    if (distance <= 3) inside.push(patch.l[i] as number);
    if (distance > 8) expect(patch.l[i]).toBe(before[i]);
  }
  const mean = inside.reduce((sum, v) => sum + v, 0) / inside.length;
  expect(Math.abs(mean - 65)).toBeLessThan(0.8);
  expect(Math.max(...inside) - Math.min(...inside)).toBeGreaterThan(0.3);
  expect(Math.abs((patch.a[100 * SIDE + 100] as number) - 14)).toBeLessThan(0.8);
});
