import { expect, test } from 'vitest';
import { honestSide } from './frame-fit';

test.each([
  [500, 875],
  // Standard may be enlarged by three quarters.
  [586, 1024],
  [800, 1024],
  // High and ultra by a quarter.
  [1_228, 1_535],
  [1_229, 1_536],
  [1_639, 2_048],
  [4_000, 2_048],
])('a frame of %i photo pixels carries %i', (source, side) => {
  expect(honestSide(source)).toBe(side);
});
