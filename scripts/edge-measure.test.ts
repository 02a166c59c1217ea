import { expect, test } from 'vitest';
import type { Raster } from '@/vision/image/raster';
import { alphaOf } from '../tests/support/rim-tone';
import { measureEdge } from './edge-measure';

const WIDTH = 120;
const HEIGHT = 40;
type Rgb = readonly [number, number, number];
const PERSON: Rgb = [150, 90, 60];

/** A person on the left whose outline is four px soft; `rim` is what stands there instead of their own colour. */
function scene(backdrop: Rgb, rim: Rgb = PERSON): Raster {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const x = i % WIDTH;
    const alpha = Math.min(1, Math.max(0, (62 - x) / 4));
    const own = alpha < 1 ? rim : PERSON;
    for (const k of [0, 1, 2] as const) data[i * 3 + k] = own[k] * alpha + backdrop[k] * (1 - alpha);
  }
  return { data, width: WIDTH, height: HEIGHT };
}

const alpha = alphaOf(scene([0, 0, 0]), scene([255, 255, 255]));

test('a rim that is a mixture of person and backdrop is clean, before any backdrop', () => {
  for (const backdrop of [
    [20, 20, 24],
    [240, 240, 240],
    [20, 120, 130],
  ] as const) {
    const measure = measureEdge(scene(backdrop), alpha);
    expect(measure.mean).toBeLessThan(2.3);
    expect(measure.visible).toBe(0);
  }
});

test('a rim of the old background is not', () => {
  const green = measureEdge(scene([20, 20, 24], [90, 200, 80]), alpha);
  expect(green.mean).toBeGreaterThan(12);
  expect(green.visible).toBeGreaterThan(0.5);
  expect(measureEdge(scene([20, 20, 24], [250, 250, 250]), alpha).worst).toBeGreaterThan(12);
});
