/** How the outermost part of a person compares with what is just inside it, from the same picture before black and before white. */
import { gaussianBlur } from '@/vision/image/blur';
import { rgbToLab } from '@/vision/image/colour';
import type { Plane, Raster } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import { type StudioRecipe, studioRecipeSchema } from '@/vision/studio/recipe';

/** Even paper and nothing else: before black and before white the share of the person in each pixel can be solved for. */
export function plainPaper(colour: string): StudioRecipe {
  return studioRecipeSchema.parse({
    backdrop: {
      kind: 'paper',
      core: colour,
      edge: colour,
      floor: colour,
      mottle: 0,
      spread: 1,
      lightX: 0,
      lightY: 0,
      roamX: 0,
      roamY: 0,
      roamSpread: 0,
      accents: [],
    },
    shadow: 0,
    wrap: 0,
    vignette: 0,
    saturation: 1,
    contrast: 0,
    tint: [1, 1, 1],
    grain: 0.004,
  });
}

/** α of each pixel, from the same picture drawn before black and before white (Smith and Blinn, 1996). */
export function alphaOf(onBlack: Raster, onWhite: Raster): Plane {
  const alpha = new Float32Array(onBlack.width * onBlack.height);
  for (let i = 0; i < alpha.length; i++) {
    let difference = 0;
    for (let k = 0; k < 3; k++)
      difference += (onWhite.data[i * 3 + k] as number) - (onBlack.data[i * 3 + k] as number);
    alpha[i] = clamp(1 - difference / (3 * 255));
  }
  return alpha;
}

/** Where a person's own colour can be told, and how far a rim and its surroundings reach, as shares of the width. */
const OWN = 0.35;
const REACH = 0.007;
const NEAR = 0.02;

export interface RimTone {
  /** Shares (0–1) of the rim that are darker, and lighter, than what is just inside by more than 12 L*. */
  darker: number;
  lighter: number;
}

/** A dark rim is what a dark room leaves, a light one what a bright sky does. */
export function rimTone(onBlack: Raster, onWhite: Raster): RimTone {
  const { width, height, data } = onBlack;
  const alpha = alphaOf(onBlack, onWhite);
  const depth = gaussianBlur(alpha, width, height, width * REACH);
  const lightness = new Float32Array(alpha.length);
  const inside = new Float32Array(alpha.length);
  for (let i = 0; i < alpha.length; i++) {
    const a = alpha[i] as number;
    if (a < OWN) continue;
    const tone = (k: number) => clamp((data[i * 3 + k] as number) / 255 / a);
    lightness[i] = rgbToLab(tone(0), tone(1), tone(2), [0, 0, 0])[0];
    inside[i] = (depth[i] as number) > 0.97 ? 1 : 0;
  }
  const weight = gaussianBlur(inside, width, height, width * NEAR);
  const around = gaussianBlur(
    lightness.map((l, i) => l * (inside[i] as number)),
    width,
    height,
    width * NEAR,
  );
  let rim = 0;
  let darker = 0;
  let lighter = 0;
  for (let i = 0; i < alpha.length; i++) {
    const seen = weight[i] as number;
    if ((alpha[i] as number) < OWN || (depth[i] as number) > 0.93 || seen < 0.01) continue;
    const difference = (lightness[i] as number) - (around[i] as number) / seen;
    rim++;
    if (difference < -12) darker++;
    if (difference > 12) lighter++;
  }
  return { darker: darker / rim, lighter: lighter / rim };
}
