import { boxBlur } from '@/vision/image/blur';
import { luma } from '@/vision/image/colour';
import { blurHalf, halfIndex, halvePlane } from '@/vision/image/half-plane';
import type { Plane, Planes } from '@/vision/image/raster';
import { clamp, quantile, smoothstep } from '@/vision/image/scalar';

/** Window in which hair and background colours are learnt, as a fraction of the width. */
const REACH = 0.06;
/** Hair and background must differ at least this much in colour to be told apart (0–1 RGB). */
const MIN_CONTRAST = 0.05;

/** How much of the old background shows in each pixel of hair, and which colour that adds. */
export interface HairSpill {
  /** 0: none, 1: nothing but background. */
  share: Plane;
  /** From hair to background, as red and blue minus luma, at half size. */
  direction: { red: Plane; blue: Plane; width: number };
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
  const [r, g, b] = frame;
  const red = r.map((v, i) => v - luma(v, g[i] as number, b[i] as number));
  const blue = b.map((v, i) => v - luma(r[i] as number, g[i] as number, v));
  const deep = boxBlur(matte, width, height, Math.round(width * 0.02), 2);
  const around = (weight: Plane) => localMean(weight, red, blue, width, height);
  const front = around(
    matte.map((a, i) => (a > 0.98 && (deep[i] as number) > 0.97 ? (hair[i] as number) ** 2 : 0)),
  );
  const back = around(matte.map((a) => (a < 0.03 ? 1 : 0)));
  const direction = {
    red: back.red.map((v, j) => v - (front.red[j] as number)),
    blue: back.blue.map((v, j) => v - (front.blue[j] as number)),
    width: front.width,
  };
  const share = new Float32Array(matte.length);
  const inside: number[] = [];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const likely = smoothstep(0.25, 0.6, hair[i] as number);
      if (likely === 0) continue;
      const j = halfIndex(x, y, front.width);
      if (Math.min(front.weight[j] as number, back.weight[j] as number) < 1e-3) continue;
      const dr = direction.red[j] as number;
      const db = direction.blue[j] as number;
      const contrast = Math.hypot(dr, db);
      if (contrast < MIN_CONTRAST) continue;
      const fromHair = (red[i] as number) - (front.red[j] as number);
      const t = (fromHair * dr + ((blue[i] as number) - (front.blue[j] as number)) * db) / contrast ** 2;
      if ((deep[i] as number) > 0.97 && likely === 1 && i % 5 === 0) inside.push(t);
      const atEdge = 1 - smoothstep(0.94, 0.995, deep[i] as number);
      share[i] = t * likely * atEdge * smoothstep(MIN_CONTRAST, 2 * MIN_CONTRAST, contrast);
    }
  }
  const usual = inside.length > 50 ? clamp(quantile(inside, 0.97), 0, 0.6) : 0.3;
  // Single pixels are noise and would leave speckles.
  const calm = boxBlur(share, width, height, Math.max(1, Math.round(width * 0.0015)), 2);
  return { share: calm.map((t) => clamp((t - usual) / (1 - usual))), direction };
}

interface LocalMean {
  weight: Plane;
  red: Plane;
  blue: Plane;
  width: number;
}

/** Weighted mean colour around every pixel, at half size. */
function localMean(weight: Plane, red: Plane, blue: Plane, width: number, height: number): LocalMean {
  const blur = (plane: Plane) => blurHalf(halvePlane(plane, width, height), width * REACH, 2);
  const total = blur(weight);
  const mean = (plane: Plane) =>
    blur(plane.map((v, i) => v * (weight[i] as number))).plane.map(
      (v, j) => v / ((total.plane[j] as number) + 1e-6),
    );
  return { weight: total.plane, red: mean(red), blue: mean(blue), width: total.width };
}

/** Opens the holes in the matte. In place. */
export function openHairHoles(matte: Plane, spill: HairSpill): void {
  for (let i = 0; i < matte.length; i++) {
    matte[i] = (matte[i] as number) * (1 - smoothstep(0.05, 0.58, spill.share[i] as number));
  }
}

/** Takes the background's colour out of the hair that stays; its brightness is kept. In place. */
export function clearHairSpill(colours: Planes, { share, direction }: HairSpill, width: number): void {
  const [red, green, blue] = colours;
  for (let i = 0; i < red.length; i++) {
    const k = share[i] as number;
    if (k <= 0) continue;
    const j = halfIndex(i % width, Math.floor(i / width), direction.width);
    const dr = k * (direction.red[j] as number);
    const db = k * (direction.blue[j] as number);
    red[i] = clamp((red[i] as number) - dr);
    blue[i] = clamp((blue[i] as number) - db);
    // Luma stays when green gives back what red and blue lost or won.
    green[i] = clamp((green[i] as number) + (0.299 * dr + 0.114 * db) / 0.587);
  }
}
