/**
 * How clean the outline of a person is. Each pixel of the rim should be a mixture of the person beside it and the backdrop beside it:
 * I = αF + (1 − α)B (Porter and Duff, 1984). What is left of the old background, a halo or spilled colour, is neither, so its distance
 * from the line between the two is the measure, in L*a*b* (CIE76; about 2.3 is just seen, Mahy et al. 1994). α is not taken from our own
 * matte, which would excuse its own mistakes, but from the same picture before black and before white (`alphaOf`).
 */
import { gaussianBlur } from '@/vision/image/blur';
import { type Lab, rgbToLab } from '@/vision/image/colour';
import { CHANNELS, emptyPlanes, type Plane, type Planes, type Raster } from '@/vision/image/raster';
import { clamp, mean, quantile } from '@/vision/image/scalar';

export interface EdgeMeasure {
  /** Mean distance of the rim's pixels. */
  mean: number;
  /** The distance that one rim pixel in twenty passes. */
  worst: number;
  /** Share (0–1) of the rim that differs plainly. */
  visible: number;
}

/** Who looks for it sees a rim that differs by this much. */
const PLAIN = 12;

/** Pixels that person and backdrop share. */
const RIM = [0.04, 0.96] as const;

/** How far around a pixel its person and its backdrop are looked for, as a share of the width. */
const NEAR = 0.025;

/** Steps of α that are tried between backdrop and person. */
const STEPS = 8;

export function measureEdge(picture: Raster, alpha: Plane): EdgeMeasure {
  const { width, height } = picture;
  const sigma = Math.max(1.5, width * NEAR);
  const person = around(
    picture,
    alpha.map((a) => (a > 0.985 ? 1 : 0)),
    sigma,
  );
  const backdrop = around(
    picture,
    alpha.map((a) => (a < 0.015 ? 1 : 0)),
    sigma,
  );
  const distances: number[] = [];
  for (let i = 0; i < width * height; i++) {
    const a = alpha[i] as number;
    if (a < RIM[0] || a > RIM[1] || !person.known[i] || !backdrop.known[i]) continue;
    distances.push(distanceAt(picture, i, person, backdrop));
  }
  if (distances.length === 0) return { mean: 0, worst: 0, visible: 0 };
  return {
    mean: mean(distances),
    visible: distances.filter((d) => d > PLAIN).length / distances.length,
    worst: quantile(distances, 0.95),
  };
}

interface Surroundings {
  mean: Planes;
  /** Standard deviation of the brightness there: hair is strands of light and dark, and each is a person's own. */
  spread: Plane;
  known: Uint8Array;
}

/** Mean colour of the pixels nearby that the mask counts. */
function around({ data, width, height }: Raster, mask: Plane, sigma: number): Surroundings {
  const weight = gaussianBlur(mask, width, height, sigma);
  const means = emptyPlanes(mask.length);
  const spread = new Float32Array(mask.length);
  const known = Uint8Array.from(weight, (w) => (w > 0.002 ? 1 : 0));
  const blurred = (value: (i: number) => number) =>
    gaussianBlur(
      mask.map((m, i) => m * value(i)),
      width,
      height,
      sigma,
    );
  const greyAt = (i: number) =>
    ((data[i * 3] as number) + (data[i * 3 + 1] as number) + (data[i * 3 + 2] as number)) / 765;
  for (const k of CHANNELS) {
    const sum = blurred((i) => (data[i * 3 + k] as number) / 255);
    for (let i = 0; i < sum.length; i++)
      if (known[i]) means[k][i] = (sum[i] as number) / (weight[i] as number);
  }
  const grey = blurred(greyAt);
  const squares = blurred((i) => greyAt(i) ** 2);
  for (let i = 0; i < grey.length; i++) {
    if (!known[i]) continue;
    const middle = (grey[i] as number) / (weight[i] as number);
    spread[i] = Math.sqrt(Math.max(0, (squares[i] as number) / (weight[i] as number) - middle * middle));
  }
  return { mean: means, spread, known };
}

/** To the nearest mixture of the backdrop with the person as they are there, or a strand darker or lighter. */
function distanceAt({ data }: Raster, i: number, person: Surroundings, backdrop: Surroundings): number {
  const own: Lab = [0, 0, 0];
  const mixed: Lab = [0, 0, 0];
  rgbToLab(
    (data[i * 3] as number) / 255,
    (data[i * 3 + 1] as number) / 255,
    (data[i * 3 + 2] as number) / 255,
    own,
  );
  let nearest = Number.POSITIVE_INFINITY;
  for (const strand of [-1.5, 0, 1.5]) {
    const shift = strand * (person.spread[i] as number);
    for (let step = 0; step <= STEPS; step++) {
      const t = step / STEPS;
      const at = (k: 0 | 1 | 2) =>
        clamp((person.mean[k][i] as number) + shift) * t + (backdrop.mean[k][i] as number) * (1 - t);
      rgbToLab(at(0), at(1), at(2), mixed);
      nearest = Math.min(nearest, Math.hypot(own[0] - mixed[0], own[1] - mixed[1], own[2] - mixed[2]));
    }
  }
  return nearest;
}
