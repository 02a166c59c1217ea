import { hexToRgb } from '@/vision/image/colour';
import { CHANNELS, emptyPlanes, type Planes } from '@/vision/image/raster';
import { clamp, seededRandom, smoothstep } from '@/vision/image/scalar';
import type { BackdropPlace } from '@/vision/studio/backdrops/draw-backdrop';
import { enlarge, reducedPlace } from '@/vision/studio/backdrops/enlarge';
import { valueNoise } from '@/vision/studio/backdrops/value-noise';
import type { PlasterRecipe } from '@/vision/studio/recipe';

/** Its grit is fourteen pixels of a picture wide. */
const FACTOR = 2;

/** A plastered wall: clouds of the trowel, its strokes, and a slanting beam of window light. The seed turns the wall over. */
export function drawPlaster(recipe: PlasterRecipe, full: BackdropPlace, seed: number): Planes {
  const place = reducedPlace(full, FACTOR);
  const { width, height, lightSide } = place;
  const random = seededRandom(seed);
  const at = recipe.beamAt + (random() * 2 - 1) * recipe.roam;
  const base = hexToRgb(recipe.colour);
  const clouds = valueNoise(width, height, width / 3.2, seed * 31 + 5);
  const patches = valueNoise(width, height, width / 8, seed * 17 + 11);
  const strokes = valueNoise(width, height, width / 22, seed * 13 + 2);
  const grit = valueNoise(width, height, width / 70, seed * 7 + 3);
  const half = Math.max(0.01, recipe.beamSoftness / 2);
  const planes = emptyPlanes(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const u = lightSide < 0 ? x / width : 1 - x / width;
      const relief =
        (clouds[i] as number) * 0.4 +
        (patches[i] as number) * 0.3 +
        (strokes[i] as number) * 0.2 * (1 + (patches[i] as number)) +
        (grit[i] as number) * 0.1;
      const across = u + (y / height - 0.45) * 0.45;
      const beam = 1 - smoothstep(at - half, at + half, across);
      const light = (1 - recipe.beam / 2 + recipe.beam * beam) * (1 + recipe.relief * relief);
      for (const k of CHANNELS) planes[k][i] = clamp(base[k] * light * (1 + (beam - 0.5) * WARMTH[k]));
    }
  }
  return enlarge(planes, place, full);
}

/** Sunlight is warmer than the shade beside it. */
const WARMTH = [0.02, 0, -0.03] as const;
