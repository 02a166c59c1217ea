import type { Affine } from '@/vision/image/affine';
import { gaussianBlur } from '@/vision/image/blur';
import { drawSmoothPlane } from '@/vision/image/coarse-plane';
import { hexToRgb } from '@/vision/image/colour';
import type { Plane, Planes, Raster } from '@/vision/image/raster';
import { clamp, seededRandom, smoothstep } from '@/vision/image/scalar';
import { drawBackdrop } from '@/vision/studio/backdrops/draw-backdrop';
import type { FrameSize } from '@/vision/studio/composition';
import { gradeOf } from '@/vision/studio/light/grade';
import { keyLight, lightSideOf } from '@/vision/studio/light/key-light';
import { rimLight } from '@/vision/studio/light/rim-light';
import type { StudioRecipe } from '@/vision/studio/recipe';
import type { Framing } from '@/vision/types';

/** Of so many pixels one is computed where light only changes slowly. */
const SMOOTH = 8;

/** A cut-out and retouched person: all that a style needs. */
export interface FinishedSubject extends FrameSize {
  matte: Plane;
  colours: Planes;
  headX: number;
  headY: number;
  /** Picture pixels → photo pixels. */
  frame: Affine;
  /** The framing that was asked for, when the photo gave less of it or none. */
  shortOf?: Framing | null;
}

/** Puts the person in front of the recipe's backdrop: light, shadow, wrapped light, vignette, grade and grain. */
export function renderPicture(subject: FinishedSubject, recipe: StudioRecipe, seed: number): Raster {
  const { width, height, matte, colours } = subject;
  const lightSide = lightSideOf(subject);
  const backdrop = drawBackdrop(recipe.backdrop, { ...subject, lightSide }, seed);
  const inner = gaussianBlur(matte, width, height, width * 0.006);
  const rim = recipe.rim && rimLight(matte, inner, subject, recipe.rim, lightSide);
  const [rimRed, rimGreen, rimBlue] = hexToRgb(recipe.rim?.colour ?? '#000000');
  const key = keyLight(subject, recipe, lightSide);
  const shadow = castShadow(matte, width, height, recipe.shadow);
  const vignette = vignetteOf(width, height, recipe.vignette);
  const grade = gradeOf(recipe);
  const random = seededRandom(seed * 7919 + 13);
  const data = new Uint8Array(width * height * 3);
  const glow = backdrop.map((plane) => gaussianBlur(plane, width, height, width * 0.014)) as Planes;
  const [red, green, blue] = backdrop;
  const [ownRed, ownGreen, ownBlue] = colours;
  const [glowRed, glowGreen, glowBlue] = glow;
  const { tint } = recipe;
  const pixel: [number, number, number] = [0, 0, 0];
  for (let i = 0, to = 0; i < matte.length; i++, to += 3) {
    const a = matte[i] as number;
    const behind = (shadow[i] as number) * (1 - a);
    pixel[0] = (red[i] as number) * behind;
    pixel[1] = (green[i] as number) * behind;
    pixel[2] = (blue[i] as number) * behind;
    if (a > 0) {
      const wrap = wrapAt(a, inner[i] as number, recipe.wrap);
      const light = key[i] as number;
      const edge = rim ? (rim[i] as number) : 0;
      pixel[0] +=
        a * inLight(ownRed[i] as number, light, tint[0], (glowRed[i] as number) * wrap + rimRed * edge);
      pixel[1] +=
        a * inLight(ownGreen[i] as number, light, tint[1], (glowGreen[i] as number) * wrap + rimGreen * edge);
      pixel[2] +=
        a * inLight(ownBlue[i] as number, light, tint[2], (glowBlue[i] as number) * wrap + rimBlue * edge);
    }
    const dimmed = vignette[i] as number;
    pixel[0] *= dimmed;
    pixel[1] *= dimmed;
    pixel[2] *= dimmed;
    grade(pixel);
    const grain = (random() + random() - 1) * recipe.grain;
    data[to] = clamp(pixel[0] + grain) * 255 + 0.5;
    data[to + 1] = clamp(pixel[1] + grain) * 255 + 0.5;
    data[to + 2] = clamp(pixel[2] + grain) * 255 + 0.5;
  }
  return { data, width, height };
}

/** A tone of the person under so much key light, the style's tint, and light from behind that is added where there is room for it. */
function inLight(own: number, light: number, tint: number, added: number): number {
  const lit = lightened(own, light) * tint;
  return lit + (1 - lit) * added;
}

/** The darks follow the light, the brightest stay below white. */
function lightened(v: number, light: number): number {
  const more = v * light;
  return light > 1 ? more - (more - v) * v * v : more;
}

/** Strength of the backdrop's light on the person: only just inside the edge. */
function wrapAt(matte: number, inner: number, strength: number): number {
  return strength * matte * (1 - smoothstep(0.35, 1, inner));
}

/** Multiplier on the backdrop: a soft shadow down and to one side, only around the shoulders. */
function castShadow(matte: Plane, width: number, height: number, strength: number): Plane {
  const soft = gaussianBlur(matte, width, height, width * 0.07);
  const down = Math.round(width * 0.02);
  const aside = Math.round(width * 0.03);
  return drawSmoothPlane(width, height, SMOOTH, (x, y) => {
    const low = strength * smoothstep(0.35, 0.8, y / height);
    return 1 - low * (soft[Math.max(0, y - down) * width + Math.max(0, x - aside)] as number);
  });
}

function vignetteOf(width: number, height: number, strength: number): Plane {
  return drawSmoothPlane(width, height, SMOOTH, (x, y) => {
    const far = Math.hypot(x / width - 0.5, y / height - 0.47);
    return 1 - strength * smoothstep(0.28, 0.85, far * 1.25);
  });
}
