import type { Affine } from '@/vision/image/affine';
import { gaussianBlur } from '@/vision/image/blur';
import { CHANNELS, type Plane, type Planes, type Raster } from '@/vision/image/raster';
import { clamp, seededRandom, smoothstep } from '@/vision/image/scalar';
import { drawPaper } from '@/vision/studio/backdrops/studio-paper';
import type { FrameSize } from '@/vision/studio/composition';
import type { StudioRecipe } from '@/vision/studio/recipe';

/** A cut-out and retouched person: all that a style needs. */
export interface FinishedSubject extends FrameSize {
  matte: Plane;
  colours: Planes;
  headX: number;
  headY: number;
  /** Picture pixels → photo pixels. */
  frame: Affine;
}

/** Film grain, as a share of full brightness: it ties person and backdrop together and hides banding. */
const GRAIN = 0.009;

/** Puts the person in front of the recipe's backdrop: shadow, wrapped light, vignette, contrast and grain. */
export function renderPicture(subject: FinishedSubject, recipe: StudioRecipe, seed: number): Raster {
  const { width, height, matte, colours } = subject;
  const backdrop = drawPaper(recipe.backdrop, subject, seed);
  const wrap = edgeWrap(matte, width, height, recipe.wrap);
  const shadow = castShadow(matte, width, height, recipe.shadow);
  const vignette = vignetteOf(width, height, recipe.vignette);
  const random = seededRandom(seed * 7919 + 13);
  const data = new Uint8Array(width * height * 3);
  const glow = backdrop.map((plane) => gaussianBlur(plane, width, height, width * 0.014)) as Planes;
  const pixel: [number, number, number] = [0, 0, 0];
  const { gamma = 1 } = recipe;
  for (let i = 0; i < matte.length; i++) {
    const a = matte[i] as number;
    for (const k of CHANNELS) {
      const person = (colours[k][i] as number) * recipe.tint[k];
      const wrapped = person + (1 - person) * (glow[k][i] as number) * (wrap[i] as number);
      pixel[k] = wrapped * a + (backdrop[k][i] as number) * (shadow[i] as number) * (1 - a);
    }
    const grain = (random() + random() - 1) * GRAIN;
    const grey = 0.2126 * pixel[0] + 0.7152 * pixel[1] + 0.0722 * pixel[2];
    for (const k of CHANNELS) {
      const v = (grey + (pixel[k] - grey) * recipe.saturation) * (vignette[i] as number);
      const toned = gamma === 1 ? v : clamp(v) ** gamma;
      data[i * 3 + k] = clamp(contrasted(toned, recipe.contrast) + grain) * 255 + 0.5;
    }
  }
  return { data, width, height };
}

/** S-curve around the middle. */
function contrasted(v: number, contrast: number): number {
  const c = v - 0.5;
  return 0.5 + c * (1 + contrast * 0.16 * (1 - 4 * c * c));
}

/** Strength of the backdrop's light on the person: only just inside the edge. */
function edgeWrap(matte: Plane, width: number, height: number, strength: number): Plane {
  const inner = gaussianBlur(matte, width, height, width * 0.006);
  for (let i = 0; i < inner.length; i++)
    inner[i] = strength * (matte[i] as number) * (1 - smoothstep(0.35, 1, inner[i] as number));
  return inner;
}

/** Multiplier on the backdrop: a soft shadow down and to one side, only around the shoulders. */
function castShadow(matte: Plane, width: number, height: number, strength: number): Plane {
  const soft = gaussianBlur(matte, width, height, width * 0.07);
  const down = Math.round(width * 0.02);
  const aside = Math.round(width * 0.03);
  const out = new Float32Array(matte.length);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.max(0, y - down) * width;
    const low = strength * smoothstep(0.35, 0.8, y / height);
    for (let x = 0; x < width; x++, i++) out[i] = 1 - low * (soft[row + Math.max(0, x - aside)] as number);
  }
  return out;
}

function vignetteOf(width: number, height: number, strength: number): Plane {
  const out = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const dy = y / height - 0.47;
    for (let x = 0; x < width; x++, i++) {
      const dx = x / width - 0.5;
      // `Math.hypot` takes ten times as long.
      out[i] = 1 - strength * smoothstep(0.28, 0.85, Math.sqrt(dx * dx + dy * dy) * 1.25);
    }
  }
  return out;
}
