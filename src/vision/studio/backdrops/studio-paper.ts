import { hexToRgb } from '@/vision/image/colour';
import { CHANNELS, emptyPlanes, type Planes } from '@/vision/image/raster';
import { clamp, seededRandom } from '@/vision/image/scalar';
import { addAccent } from '@/vision/studio/backdrops/accents';
import type { BackdropPlace } from '@/vision/studio/backdrops/draw-backdrop';
import { enlarge, reducedPlace } from '@/vision/studio/backdrops/enlarge';
import { valueNoise } from '@/vision/studio/backdrops/value-noise';
import type { PaperRecipe } from '@/vision/studio/recipe';

/** Nothing on paper is finer than this many pixels of a picture can show. */
const FACTOR = 4;

/** Draws lit studio paper by formula, 0–1. The seed moves the light and mirrors the accents. */
export function drawPaper(paper: PaperRecipe, full: BackdropPlace, seed: number): Planes {
  const place = reducedPlace(full, FACTOR);
  const random = seededRandom(seed);
  const around = (reach: number) => (random() * 2 - 1) * reach;
  // Golden-ratio steps: neighbouring seeds put the light in clearly different places.
  const side = ((seed * 0.6180339887) % 1) * 2 - 1;
  const mirror = random() < 0.5;
  const lightX = place.headX + place.width * ((mirror ? -paper.lightX : paper.lightX) + side * paper.roamX);
  const lightY = place.headY + place.height * (paper.lightY + around(paper.roamY));
  const spread = paper.spread * (1 + around(paper.roamSpread));
  const planes = paintPaper(paper, place, lightX, lightY, spread, seed);
  for (const accent of paper.accents) addAccent(planes, place, accent, mirror);
  return enlarge(planes, place, full);
}

function paintPaper(
  paper: PaperRecipe,
  { width, height }: BackdropPlace,
  lightX: number,
  lightY: number,
  spread: number,
  seed: number,
): Planes {
  const core = hexToRgb(paper.core);
  const edge = hexToRgb(paper.edge);
  const floor = hexToRgb(paper.floor);
  const broad = valueNoise(width, height, width / 3, seed * 31 + 7);
  const fine = valueNoise(width, height, width / 9, seed * 17 + 3);
  const planes = emptyPlanes(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const dy = (y - lightY) / (height * 0.66 * spread);
    const towardsFloor = clamp((y / height - 0.62) / 0.5) * 0.35;
    for (let x = 0; x < width; x++, i++) {
      const dx = (x - lightX) / (width * 0.78 * spread);
      const lit = Math.exp(-(dx * dx + dy * dy) * 1.35);
      const mottle = 1 + paper.mottle * ((broad[i] as number) * 0.7 + (fine[i] as number) * 0.3);
      for (const k of CHANNELS) {
        const wall = edge[k] + (core[k] - edge[k]) * lit;
        planes[k][i] = clamp((wall + (floor[k] - wall) * towardsFloor) * mottle);
      }
    }
  }
  return planes;
}
