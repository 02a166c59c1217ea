import { areasOf, type Box, workInAreas } from '@/vision/image/areas';
import { boxBlur } from '@/vision/image/blur';
import { luma } from '@/vision/image/colour';
import { halfIndex } from '@/vision/image/half-plane';
import type { Plane, Planes } from '@/vision/image/raster';
import { clamp, quantile, smoothstep } from '@/vision/image/scalar';
import type { FrameSize } from '@/vision/studio/composition';
import { type HairColours, type LocalColour, learnHairColours } from '@/vision/studio/matte/hair-colours';

/** How far from hair a gap between strands may lie, as a fraction of the width. */
const FRINGE = 0.02;
/** Hair and background must differ at least this much in colour to be told apart (0–1 RGB). */
const MIN_CONTRAST = 0.05;
/** A background is not one even colour: from this share on a pixel counts as nothing but background. */
const ALL_BACKGROUND = 0.7;

/** How much of the old background shows in each pixel of hair, and how hair and background look there. */
export interface HairSpill extends HairColours {
  /** Where there is hair, or may be: nothing is to be done outside. */
  areas: Box[];
  /** 0: none, 1: nothing but background. */
  share: Plane;
  /** Where hair, or background shining through it, is all there can be (0–1). */
  reach: Plane;
  /** Hair's own colours reach this far towards the background's (0–1). */
  usual: number;
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
  size: FrameSize,
): HairSpill {
  const { width, height } = size;
  const [red, green, blue] = frame;
  const around = (plane: Plane) => boxBlur(plane, width, height, Math.round(width * FRINGE), 2);
  const deep = around(matte);
  const near = around(hair);
  const colours = learnHairColours(frame, matte, deep, hair, size);
  const { direction } = colours;
  const areas = areasOf(near, size, { above: 0.01 });
  const reach = new Float32Array(matte.length);
  const share = new Float32Array(matte.length);
  const inside: number[] = [];
  for (const { left, top, right, bottom } of areas) {
    for (let y = top; y < bottom; y++) {
      for (let x = left, i = y * width + left; x < right; x++, i++) {
        reach[i] = hairReach(near[i] as number, hair[i] as number, background[i] as number);
        const gap = (reach[i] as number) * gapDoubt(matte[i] as number, deep[i] as number);
        const likely = Math.max(smoothstep(0.25, 0.6, hair[i] as number), gap);
        if (likely === 0) continue;
        const j = halfIndex(x, y, direction.width);
        const contrast = contrastAt(direction, j);
        if (contrast < MIN_CONTRAST) continue;
        const r = red[i] as number;
        const b = blue[i] as number;
        const bright = luma(r, green[i] as number, b);
        const t = placeBetween(r - bright, b - bright, colours.hair, direction, j);
        if ((deep[i] as number) > 0.97 && likely === 1 && i % 5 === 0) inside.push(t);
        const atEdge = 1 - smoothstep(0.94, 0.995, deep[i] as number);
        const shine = shineDoubt(t, contrast, bright, colours, j);
        share[i] = t * likely * atEdge * shine * smoothstep(MIN_CONTRAST, 2 * MIN_CONTRAST, contrast);
      }
    }
  }
  const usual = inside.length > 50 ? clamp(quantile(inside, 0.97), 0, 0.6) : 0.3;
  // Single pixels are noise and would leave speckles.
  const calm = new Float32Array(matte.length);
  const radius = Math.max(1, Math.round(width * 0.0015));
  workInAreas(areas, size, 2 * radius, [share], [calm], ([noisy], crop) => {
    const soft = boxBlur(noisy, crop.width, crop.height, radius, 2);
    for (let i = 0; i < soft.length; i++) soft[i] = clamp(((soft[i] as number) - usual) / (1 - usual));
    return [soft];
  });
  return { ...colours, areas, share: calm, reach, usual };
}

/** Near hair, and hair or background to the parsing network, which wavers between the two and knows no single hairs. */
function hairReach(near: number, hair: number, background: number): number {
  return smoothstep(0.01, 0.1, near) * smoothstep(0.45, 0.75, background + hair);
}

/**
 * A gap between strands lies inside the figure and is half there to the matting network. Solid things are no gaps,
 * such as brims of hats, nor are loose hairs around the head.
 */
function gapDoubt(matte: number, deep: number): number {
  return smoothstep(0.35, 0.6, deep) * (1 - smoothstep(0.8, 0.98, matte));
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

/**
 * A highlight on hair has lost its colour and looks like a gap to a colourless background, but is not as bright (or as dark): 0 for
 * what brightness contradicts, 1 where it agrees or cannot tell. A colourful background shines through in its own colour.
 */
function shineDoubt(
  t: number,
  contrast: number,
  bright: number,
  { hair, direction }: HairColours,
  j: number,
): number {
  const rise = direction.luma[j] as number;
  const telling = smoothstep(0.08, 0.2, Math.abs(rise)) * (1 - smoothstep(0.12, 0.2, contrast));
  if (telling === 0) return 1;
  const byLuma = (bright - (hair.luma[j] as number)) / rise;
  return 1 - telling * smoothstep(0.15, 0.4, Math.min(t, 1) - byLuma);
}

function contrastAt({ red, blue }: LocalColour, j: number): number {
  const r = red[j] as number;
  const b = blue[j] as number;
  return Math.sqrt(r * r + b * b);
}

/** Opens the holes in the matte. In place. */
export function openHairHoles(matte: Plane, { share, areas }: HairSpill, width: number): void {
  for (const { left, top, right, bottom } of areas) {
    for (let y = top; y < bottom; y++) {
      // Never more than the share of hair, and never less than the network and the colour agree on: both measure the
      // same mix, so multiplying them would thin single hairs out twice.
      for (let i = y * width + left; i < y * width + right; i++)
        matte[i] = Math.min(matte[i] as number, 1 - smoothstep(0, ALL_BACKGROUND, share[i] as number));
    }
  }
}

/**
 * Takes what is left of the background's colour out of hair: where it was found, and at every edge of hair. The
 * foreground's estimate has taken most of it already, so its colours are measured once more: taking the same twice
 * would turn them into the opposite. In place.
 */
export function clearHairSpill(colours: Planes, matte: Plane, spill: HairSpill, width: number): void {
  for (const { left, top, right, bottom } of spill.areas)
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) clearPixel(colours, matte, spill, x, y, width);
}

function clearPixel(
  [red, green, blue]: Planes,
  matte: Plane,
  { share, reach, usual, hair, direction }: HairSpill,
  x: number,
  y: number,
  width: number,
): void {
  const i = y * width + x;
  const edge = (reach[i] as number) * (1 - smoothstep(0.8, 0.98, matte[i] as number));
  const weight = (share[i] as number) > 0 ? 1 : edge;
  const j = halfIndex(x, y, direction.width);
  if (weight === 0 || contrastAt(direction, j) < MIN_CONTRAST) return;
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

/** Brightness to take away: never past the hair's own, for hair in shade is darker than its surroundings tell. */
function towardsHair(bright: number, hair: number, wanted: number): number {
  const room = bright - hair;
  return wanted > 0 ? clamp(wanted, 0, Math.max(0, room)) : clamp(wanted, Math.min(0, room), 0);
}
