import { expect, test } from 'vitest';
import type { Planes } from '@/vision/image/raster';
import { seededRandom } from '@/vision/image/scalar';
import type { Subject } from '@/vision/studio/subject';
import { fineEnergy } from '../../../../tests/support/skin-texture';
import { finishSkin } from './skin-finish';

const SIDE = 240;

/** Skin with pores and blotches, L* around 65, finished; the right half is no skin. */
function finished(pores: number, blotches: number): { before: Float32Array; after: Float32Array } {
  const random = seededRandom(5);
  const l = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const wave = Math.sin((i % SIDE) / 3.5) * Math.sin(Math.floor(i / SIDE) / 3.5);
    return 65 + blotches * wave + pores * (random() - 0.5) * 2;
  });
  const plane = (value: number) => new Float32Array(SIDE * SIDE).fill(value);
  const lab: Planes = [Float32Array.from(l), plane(14), plane(18)];
  const skin = plane(0).map((_, i) => (i % SIDE < SIDE / 2 ? 1 : 0));
  const masks = { skin, features: plane(0), eyes: plane(0), oval: plane(1) };
  const subject = { width: SIDE, height: SIDE, face: { width: 300 } } as Subject;
  finishSkin(lab, subject, masks, { l: 65, a: 14, b: 18, darkest: 5, lightest: 95 });
  return { before: l, after: lab[0] };
}

const share = (
  { before, after }: { before: Float32Array; after: Float32Array },
  from: number,
  to: number,
) => {
  const inside = (i: number) => i % SIDE >= from && i % SIDE < to;
  return fineEnergy(after, SIDE, SIDE, inside) / fineEnergy(before, SIDE, SIDE, inside);
};

test('four fifths of the pores stay, and all of what is no skin', () => {
  const grain = finished(2, 0);
  expect(share(grain, 20, 100)).toBeGreaterThan(0.78);
  expect(share(grain, 20, 100)).toBeLessThan(0.95);
  expect(share(grain, 140, 220)).toBe(1);
});

test('blotches lose more than pores', () => {
  expect(share(finished(0, 3), 20, 100)).toBeLessThan(0.75);
});
