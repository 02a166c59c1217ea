import { boxBlur } from '@/vision/image/blur';
import { luma } from '@/vision/image/colour';
import type { Plane, Planes } from '@/vision/image/raster';
import { clamp, quantile, smoothstep } from '@/vision/image/scalar';

/** Window in which hair and background colours are learnt, as a fraction of the width. */
const REACH = 0.06;
/** Hair and background must differ at least this much in colour to be told apart (0–1 RGB). */
const MIN_CONTRAST = 0.05;

/** How much of the old background shows in each pixel of hair: 0 none, 1 nothing but background. */
export interface HairSpill {
  share: Plane;
  /** From hair to background colour, as red and blue minus luma. */
  red: Plane;
  blue: Plane;
}

/**
 * Finds background that the matting network took for hair: between curls and strands. Mixing is linear, so the place
 * of a pixel between the hair's and the background's local colour (not brightness: hair shines) is its share of
 * background. What the inside of the hair itself shows sets the threshold.
 */
export function findHairSpill(
  frame: Planes,
  matte: Plane,
  hair: Plane,
  width: number,
  height: number,
): HairSpill {
  const radius = Math.round(width * REACH);
  const blur = (plane: Plane) => boxBlur(plane, width, height, radius, 2);
  const [r, g, b] = frame;
  const red = r.map((v, i) => v - luma(v, g[i] as number, b[i] as number));
  const blue = b.map((v, i) => v - luma(r[i] as number, g[i] as number, v));
  const deep = boxBlur(matte, width, height, Math.round(width * 0.02), 2);
  const front = colourMean(
    matte.map((a, i) => (a > 0.98 && (deep[i] as number) > 0.97 ? (hair[i] as number) ** 2 : 0)),
    red,
    blue,
    blur,
  );
  const back = colourMean(
    matte.map((a) => (a < 0.03 ? 1 : 0)),
    red,
    blue,
    blur,
  );
  const share = new Float32Array(matte.length);
  const inside: number[] = [];
  for (let i = 0; i < matte.length; i++) {
    const h = smoothstep(0.25, 0.6, hair[i] as number) * (1 - smoothstep(0.94, 0.995, deep[i] as number));
    const reach = Math.min(front.weight[i] as number, back.weight[i] as number);
    back.red[i] = (back.red[i] as number) - (front.red[i] as number);
    back.blue[i] = (back.blue[i] as number) - (front.blue[i] as number);
    if (reach < 1e-3) continue;
    const dr = back.red[i] as number;
    const db = back.blue[i] as number;
    const contrast = Math.hypot(dr, db);
    if (contrast < MIN_CONTRAST) continue;
    const along =
      ((red[i] as number) - (front.red[i] as number)) * dr +
      ((blue[i] as number) - (front.blue[i] as number)) * db;
    const t = along / (contrast * contrast);
    if ((deep[i] as number) > 0.97 && (hair[i] as number) > 0.6 && i % 5 === 0) inside.push(t);
    share[i] = t * h * smoothstep(MIN_CONTRAST, 2 * MIN_CONTRAST, contrast);
  }
  const usual = inside.length > 50 ? clamp(quantile(inside, 0.97), 0, 0.6) : 0.3;
  // Single pixels are noise and would leave speckles.
  const calm = boxBlur(share, width, height, Math.max(1, Math.round(width * 0.0015)), 2);
  return { share: calm.map((t) => clamp((t - usual) / (1 - usual))), red: back.red, blue: back.blue };
}

interface ColourMean {
  weight: Plane;
  red: Plane;
  blue: Plane;
}

function colourMean(weight: Plane, red: Plane, blue: Plane, blur: (plane: Plane) => Plane): ColourMean {
  const total = blur(weight);
  const mean = (plane: Plane) =>
    blur(plane.map((v, i) => v * (weight[i] as number))).map((v, i) => v / ((total[i] as number) + 1e-6));
  return { weight: total, red: mean(red), blue: mean(blue) };
}

/** Opens the holes in the matte. In place. */
export function openHairHoles(matte: Plane, spill: HairSpill): void {
  for (let i = 0; i < matte.length; i++) {
    matte[i] = (matte[i] as number) * (1 - smoothstep(0.05, 0.58, spill.share[i] as number));
  }
}

/** Takes the background's colour out of the hair that stays; its brightness is kept. In place. */
export function clearHairSpill(colours: Planes, spill: HairSpill): void {
  const [red, green, blue] = colours;
  for (let i = 0; i < red.length; i++) {
    const share = spill.share[i] as number;
    if (share <= 0) continue;
    const dr = share * (spill.red[i] as number);
    const db = share * (spill.blue[i] as number);
    red[i] = clamp((red[i] as number) - dr);
    blue[i] = clamp((blue[i] as number) - db);
    // Luma stays when green gives back what red and blue lost or won.
    green[i] = clamp((green[i] as number) + (0.299 * dr + 0.114 * db) / 0.587);
  }
}
