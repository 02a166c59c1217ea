import { boxBlur } from '@/vision/image/blur';
import { luma } from '@/vision/image/colour';
import { blurHalf, type HalfPlane, halfIndex, halvePlane } from '@/vision/image/half-plane';
import { dividePlane, minusPlane, timesPlane } from '@/vision/image/plane-math';
import type { Plane, Planes } from '@/vision/image/raster';
import { clamp, quantile, smoothstep } from '@/vision/image/scalar';
import type { FrameSize } from '@/vision/studio/composition';

/** Window in which hair and background colours are learnt, as a fraction of the width. */
const REACH = 0.06;
/** How far from hair a gap between strands may lie, as a fraction of the width. */
const FRINGE = 0.02;
/** Hair and background must differ at least this much in colour to be told apart (0–1 RGB). */
const MIN_CONTRAST = 0.05;
/** A background is not one even colour: from this share on a pixel counts as nothing but background. */
const ALL_BACKGROUND = 0.7;

/** How much of the old background shows in each pixel of hair, and how hair and background look there. */
export interface HairSpill {
  /** 0: none, 1: nothing but background. */
  share: Plane;
  /** Where hair, or background shining through it, is all there can be (0–1). */
  reach: Plane;
  /** Hair's own colours reach this far towards the background's (0–1). */
  usual: number;
  hair: LocalColour;
  /** From the hair's colour to the background's; nothing where one of them is out of sight. */
  direction: LocalColour;
}

/** Luma, and red and blue minus luma, at half size. */
interface LocalColour {
  luma: Plane;
  red: Plane;
  blue: Plane;
  width: number;
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
  background: Plane,
  { width, height }: FrameSize,
): HairSpill {
  const { bright, red, blue } = chromaOf(frame);
  const deep = boxBlur(matte, width, height, Math.round(width * 0.02), 2);
  const half = (plane: Plane) => halvePlane(plane, width, height);
  const colour = {
    luma: half(bright).plane,
    red: half(red).plane,
    blue: half(blue).plane,
    width: half(bright).width,
  };
  const sure = surelyHairOrBackground(matte, deep, hair);
  const front = localMean(half(sure.hair), colour, width);
  const back = localMean(half(sure.background), colour, width);
  const direction = difference(back, front);
  const reach = hairReach(hair, background, width, height);
  const share = new Float32Array(matte.length);
  const inside: number[] = [];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const gap = (reach[i] as number) * gapDoubt(matte[i] as number, deep[i] as number);
      const likely = Math.max(smoothstep(0.25, 0.6, hair[i] as number), gap);
      if (likely === 0) continue;
      const j = halfIndex(x, y, direction.width);
      const contrast = Math.hypot(direction.red[j] as number, direction.blue[j] as number);
      if (contrast < MIN_CONTRAST) continue;
      const t = placeBetween(red[i] as number, blue[i] as number, front.colour, direction, j);
      if ((deep[i] as number) > 0.97 && likely === 1 && i % 5 === 0) inside.push(t);
      const atEdge = 1 - smoothstep(0.94, 0.995, deep[i] as number);
      share[i] = t * likely * atEdge * smoothstep(MIN_CONTRAST, 2 * MIN_CONTRAST, contrast);
    }
  }
  const usual = inside.length > 50 ? clamp(quantile(inside, 0.97), 0, 0.6) : 0.3;
  // Single pixels are noise and would leave speckles.
  const calm = boxBlur(share, width, height, Math.max(1, Math.round(width * 0.0015)), 2);
  for (let i = 0; i < calm.length; i++) calm[i] = clamp(((calm[i] as number) - usual) / (1 - usual));
  return { share: calm, reach, usual, hair: front.colour, direction };
}

/** Near hair, and hair or background to the parsing network, which wavers between the two and knows no single hairs. */
function hairReach(hair: Plane, background: Plane, width: number, height: number): Plane {
  const near = blurHalf(halvePlane(hair, width, height), width * FRINGE, 2);
  const out = new Float32Array(hair.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const nearHair = smoothstep(0.01, 0.1, near.plane[halfIndex(x, y, near.width)] as number);
      if (nearHair === 0) continue;
      out[i] = nearHair * smoothstep(0.45, 0.75, (background[i] as number) + (hair[i] as number));
    }
  }
  return out;
}

/**
 * A gap between strands lies inside the figure and is half there to the matting network. Solid things are no gaps,
 * such as brims of hats, nor are loose hairs around the head.
 */
function gapDoubt(matte: number, deep: number): number {
  return smoothstep(0.35, 0.6, deep) * (1 - smoothstep(0.8, 0.98, matte));
}

/** Luma, and red and blue minus luma. */
function chromaOf([r, g, b]: Planes): { bright: Plane; red: Plane; blue: Plane } {
  const bright = new Float32Array(r.length);
  const red = new Float32Array(r.length);
  const blue = new Float32Array(r.length);
  for (let i = 0; i < r.length; i++) {
    const v = luma(r[i] as number, g[i] as number, b[i] as number);
    bright[i] = v;
    red[i] = (r[i] as number) - v;
    blue[i] = (b[i] as number) - v;
  }
  return { bright, red, blue };
}

/** Where colours are learnt: the inside of hair, and what has nothing of the person in it. */
function surelyHairOrBackground(matte: Plane, deep: Plane, hair: Plane): { hair: Plane; background: Plane } {
  const inside = new Float32Array(matte.length);
  const outside = new Float32Array(matte.length);
  for (let i = 0; i < matte.length; i++) {
    const a = matte[i] as number;
    if (a > 0.98 && (deep[i] as number) > 0.97) inside[i] = (hair[i] as number) ** 2;
    else if (a < 0.03) outside[i] = 1;
  }
  return { hair: inside, background: outside };
}

type LearntColour = { weight: Plane; colour: LocalColour };

/** Weighted mean colour around every pixel. */
function localMean(weight: HalfPlane, { luma, red, blue }: LocalColour, width: number): LearntColour {
  const blur = (plane: Plane) => blurHalf({ ...weight, plane }, width * REACH, 2).plane;
  const total = blur(weight.plane);
  const mean = (plane: Plane) => dividePlane(blur(timesPlane(plane, weight.plane)), total, 1e-6);
  return {
    weight: total,
    colour: { luma: mean(luma), red: mean(red), blue: mean(blue), width: weight.width },
  };
}

/** Nothing where one of the two is out of sight. */
function difference(to: LearntColour, from: LearntColour): LocalColour {
  const minus = (a: Plane, b: Plane) => {
    const out = minusPlane(a, b);
    for (let j = 0; j < out.length; j++)
      if (Math.min(to.weight[j] as number, from.weight[j] as number) < 1e-3) out[j] = 0;
    return out;
  };
  return {
    luma: minus(to.colour.luma, from.colour.luma),
    red: minus(to.colour.red, from.colour.red),
    blue: minus(to.colour.blue, from.colour.blue),
    width: to.colour.width,
  };
}

/** 0 at the hair's colour, 1 at the background's. */
function placeBetween(
  red: number,
  blue: number,
  hair: LocalColour,
  direction: LocalColour,
  j: number,
): number {
  const dr = direction.red[j] as number;
  const db = direction.blue[j] as number;
  const along = (red - (hair.red[j] as number)) * dr + (blue - (hair.blue[j] as number)) * db;
  return along / (dr * dr + db * db);
}

/** Opens the holes in the matte. In place. */
export function openHairHoles(matte: Plane, { share }: HairSpill): void {
  // Never more than the share of hair, and never less than the network and the colour agree on: both measure the
  // same mix, so multiplying them would thin single hairs out twice.
  for (let i = 0; i < matte.length; i++) {
    matte[i] = Math.min(matte[i] as number, 1 - smoothstep(0, ALL_BACKGROUND, share[i] as number));
  }
}

/**
 * Takes what is left of the background's colour out of hair: where it was found, and at every edge of hair. The
 * foreground's estimate has taken most of it already, so its colours are measured once more: taking the same twice
 * would turn them into the opposite. In place.
 */
export function clearHairSpill(colours: Planes, matte: Plane, spill: HairSpill, width: number): void {
  const { share, reach, usual, hair, direction } = spill;
  const [red, green, blue] = colours;
  for (let i = 0; i < red.length; i++) {
    const edge = (reach[i] as number) * (1 - smoothstep(0.8, 0.98, matte[i] as number));
    const weight = (share[i] as number) > 0 ? 1 : edge;
    const j = halfIndex(i % width, Math.floor(i / width), direction.width);
    if (weight === 0 || Math.hypot(direction.red[j] as number, direction.blue[j] as number) < MIN_CONTRAST)
      continue;
    const r = red[i] as number;
    const g = green[i] as number;
    const b = blue[i] as number;
    const bright = luma(r, g, b);
    const t = placeBetween(r - bright, b - bright, hair, direction, j);
    const left = weight * clamp((t - usual) / (1 - usual));
    const dl = towardsHair(bright, hair.luma[j] as number, left * (direction.luma[j] as number));
    const dr = left * (direction.red[j] as number);
    const db = left * (direction.blue[j] as number);
    red[i] = clamp(r - dl - dr);
    blue[i] = clamp(b - dl - db);
    // Green follows: weighted as in luma, the three without their luma add up to nothing.
    green[i] = clamp(g - dl + (0.299 * dr + 0.114 * db) / 0.587);
  }
}

/** Brightness to take away: never past the hair's own, for hair in shade is darker than its surroundings tell. */
function towardsHair(bright: number, hair: number, wanted: number): number {
  const room = bright - hair;
  return wanted > 0 ? clamp(wanted, 0, Math.max(0, room)) : clamp(wanted, Math.min(0, room), 0);
}
