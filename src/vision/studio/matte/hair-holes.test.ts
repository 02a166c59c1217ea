import { expect, test } from 'vitest';
import type { Planes } from '@/vision/image/raster';
import { findHairSpill, openHairHoles } from '@/vision/studio/matte/hair-holes';

const SIDE = 300;
const WALL = [0.8, 0.8, 0.8] as const;
const HAIR = [0.25, 0.15, 0.1] as const;
type Colour = readonly [number, number, number];

/** Brown hair on the left before a wall on the right, with a patch of a colour close to the hair's edge: how much of it stays person. */
function kept(patch: Colour, wall: Colour = WALL): number {
  const size = SIDE * SIDE;
  const frame: Planes = [new Float32Array(size), new Float32Array(size), new Float32Array(size)];
  const hair = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const colour = inPatch(i) ? patch : i % SIDE < 150 ? HAIR : wall;
    for (const k of [0, 1, 2] as const) frame[k][i] = colour[k];
    hair[i] = i % SIDE < 150 ? 1 : 0;
  }
  const matte = Float32Array.from(hair);
  const background = hair.map((h) => 1 - h);
  openHairHoles(matte, findHairSpill(frame, matte, hair, background, { width: SIDE, height: SIDE }), SIDE);
  const inside = matte.filter((_, i) => inPatch(i));
  return inside.reduce((sum, a) => sum + a, 0) / inside.length;
}

const inPatch = (i: number) => {
  const x = i % SIDE;
  const y = Math.floor(i / SIDE);
  return x >= 139 && x < 147 && y >= 130 && y < 160;
};

test('the wall between strands is opened', () => {
  expect(kept(WALL)).toBeLessThan(0.2);
  expect(kept(HAIR)).toBe(1);
});

test('a highlight on hair is as grey as the wall and not as bright: it stays', () => {
  expect(kept([0.41, 0.4, 0.39])).toBeGreaterThan(0.95);
  // Before a wall as dark as that it would be one.
  expect(kept([0.41, 0.4, 0.39], [0.4, 0.4, 0.4])).toBeLessThan(0.3);
});

test('a colourful wall shines through in its own colour, however bright', () => {
  expect(kept([0.2, 0.5, 0.75], [0.3, 0.6, 0.9])).toBeLessThan(0.3);
});
