import { describe, expect, it } from 'vitest';
import type { Planes } from '@/vision/image/raster';
import { evenRim } from '@/vision/studio/even-rim';

const width = 400;
const height = 400;
const RADIUS = 120;
type Colour = readonly [number, number, number];

/** A person of one colour before a wall, cut out a few pixels too wide: the last 8 px of the person have the colour of `rim`. */
function evened(person: Colour, rim: Colour, wall: Colour): Planes {
  const plane = () => new Float32Array(width * height);
  const photo: Planes = [plane(), plane(), plane()];
  const matte = plane();
  for (let i = 0; i < matte.length; i++) {
    const depth = RADIUS - Math.hypot((i % width) - 200, Math.floor(i / width) - 200);
    matte[i] = depth > 0 ? 1 : 0;
    const colour = depth > 8 ? person : depth > 0 ? rim : wall;
    // Texture, so that there is such a thing as usual.
    const strand = depth > 0 ? 0.9 + (0.2 * ((i * 7919) % 13)) / 12 : 1;
    for (const k of [0, 1, 2] as const) photo[k][i] = colour[k] * strand;
  }
  const colours = photo.map((one) => Float32Array.from(one)) as Planes;
  evenRim(colours, photo, matte, width, height);
  return colours;
}

/** Mean colour of a ring between two depths inside the outline. */
function ring(colours: Planes, from: number, to: number): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < width * height; i++) {
    const depth = RADIUS - Math.hypot((i % width) - 200, Math.floor(i / width) - 200);
    if (depth < from || depth > to) continue;
    count++;
    for (const k of [0, 1, 2] as const) sums[k] += colours[k][i] as number;
  }
  return [sums[0] / count, sums[1] / count, sums[2] / count];
}

describe('the rim of a person', () => {
  it('is brightened where a dark room darkened it, and keeps its hue', () => {
    const hair = [0.1, 0.6, 0.62] as const;
    const [r, g, b] = ring(evened(hair, [0.06, 0.3, 0.31], [0.02, 0.05, 0.05]), 1, 5);
    expect(g).toBeGreaterThan(0.46);
    expect(g).toBeLessThan(0.66);
    expect(r / g).toBeCloseTo(0.2, 1);
    expect(b / g).toBeCloseTo(1.03, 1);
  });

  it('is darkened where a bright sky brightened it', () => {
    const sweater = [0.2, 0.2, 0.21] as const;
    const [, g] = ring(evened(sweater, [0.4, 0.4, 0.42], [0.85, 0.88, 0.9]), 1, 5);
    expect(g).toBeLessThan(0.28);
    expect(g).toBeGreaterThan(0.15);
  });

  it('stays as it is where it leans away from the background, where it is something else, and deep inside', () => {
    const lit = evened([0.3, 0.3, 0.3], [0.5, 0.5, 0.5], [0.05, 0.05, 0.05]);
    expect(ring(lit, 1, 5)[1]).toBeCloseTo(0.5, 2);
    const brim = evened([0.15, 0.15, 0.3], [0.75, 0.45, 0.15], [0.85, 0.88, 0.9]);
    expect(ring(brim, 1, 5)[0]).toBeCloseTo(0.75, 1);
    const dark = evened([0.1, 0.6, 0.62], [0.06, 0.3, 0.31], [0.02, 0.05, 0.05]);
    expect(ring(dark, 30, 90)[1]).toBeCloseTo(0.6, 3);
  });
});
