import { hexToRgb } from '@/vision/image/colour';
import { CHANNELS, emptyPlanes, type Planes } from '@/vision/image/raster';
import { seededRandom, smoothstep, toRadians } from '@/vision/image/scalar';
import type { BackdropPlace } from '@/vision/studio/backdrops/draw-backdrop';
import type { TwoToneRecipe } from '@/vision/studio/recipe';

/** Two fields of colour that meet at a leaning edge. The seed moves the edge and changes its lean. */
export function drawTwoTone(recipe: TwoToneRecipe, place: BackdropPlace, seed: number): Planes {
  const { width, height, lightSide } = place;
  const random = seededRandom(seed);
  const at = recipe.at + (random() * 2 - 1) * recipe.roam;
  const slope = Math.tan(toRadians(recipe.lean + (random() * 2 - 1) * 40 * recipe.roam));
  const lit = hexToRgb(recipe.lit);
  const shade = hexToRgb(recipe.shade);
  const half = Math.max(0.002, recipe.softness / 2);
  const planes = emptyPlanes(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const edge = at + ((y - height / 2) / width) * slope;
    for (let x = 0; x < width; x++, i++) {
      const u = lightSide < 0 ? x / width : 1 - x / width;
      const t = smoothstep(edge - half, edge + half, u);
      const fromEdge = Math.min(1, Math.abs(u - edge) * 1.2 + Math.abs(y / height - 0.4) * 0.5);
      const light = 1 - recipe.falloff * fromEdge * fromEdge;
      for (const k of CHANNELS) planes[k][i] = (lit[k] + (shade[k] - lit[k]) * t) * light;
    }
  }
  return planes;
}
