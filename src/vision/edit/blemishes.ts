import { gaussianBlur } from '@/vision/image/blur';
import type { Plane } from '@/vision/image/raster';
import { clamp, smoothstep } from '@/vision/image/scalar';

/** L* and a* of a patch of picture, and where it is plain skin: 1 or 0. */
export interface SkinPatch {
  l: Plane;
  a: Plane;
  skin: Uint8Array;
  width: number;
  height: number;
}

export interface Spot {
  x: number;
  y: number;
  /** Px. */
  radius: number;
}

/** Fractions of the face's width: how far "around" is, and how large a spot may be. What is larger belongs to the person. */
const AROUND = 0.022;
const LARGEST = 0.034;
/** Steps of L* and a*: what counts as a spot, what is a mole and stays, and what is red whatever else is there. */
const DARK = 3.5;
const RED = 3;
const MOLE = 13;
const CLEARLY_RED = 4.5;
/** More than this are freckles or stubble: then only what is clearly red goes. */
const MANY = 24;

/**
 * Small spots that are darker or redder than the skin around them. Moles (too dark), marks (too large), hairs and lines
 * (too long) are left out: they are the person's own. `faceWidth` in px.
 */
export function findSpots(patch: SkinPatch, faceWidth: number): Spot[] {
  const { l, a, skin, width } = patch;
  const around = skinAround(patch, faceWidth, () => 1);
  const [dark, red] = [excess(around.l, l, skin), excess(a, around.a, skin)];
  const [darkFrom, redFrom] = [Math.max(DARK, 2.5 * dark.deviation), Math.max(RED, 2.5 * red.deviation)];
  const marked = new Uint8Array(skin.length);
  for (let i = 0; i < skin.length; i++)
    if (skin[i] && ((dark.by[i] as number) > darkFrom || (red.by[i] as number) > redFrom)) marked[i] = 1;
  const found: { spot: Spot; redness: number }[] = [];
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] !== 1) continue;
    const piece = collect(marked, i, width);
    const spot = spotOf(piece, width, faceWidth * LARGEST);
    const darkness = meanOf(dark.by, piece);
    if (spot && darkness < MOLE) found.push({ spot, redness: meanOf(red.by, piece) });
  }
  const kept = found.length > MANY ? found.filter(({ redness }) => redness > CLEARLY_RED) : found;
  return kept.map(({ spot }) => spot);
}

/** Fills spots with the skin around them, its pores from beside them. In place. */
export function healSpots(patch: SkinPatch, spots: readonly Spot[], faceWidth: number): void {
  if (spots.length === 0) return;
  const { l, a, skin, width, height } = patch;
  const free = new Uint8Array(skin);
  for (const { x, y, radius } of spots) {
    eachWithin(patch, x, y, radius, (i) => {
      free[i] = 0;
    });
  }
  const around = skinAround(patch, faceWidth, (i) => free[i] as number);
  const before = Float32Array.from(l);
  for (const { x, y, radius } of spots) {
    const reach = radius * 1.4 + 1;
    const beside = donor(free, x, y, Math.ceil(reach * 2), width, height);
    eachWithin(patch, x, y, reach, (i, distance) => {
      const weight = 1 - smoothstep(radius, reach, distance);
      const j = i + beside;
      const pores = beside !== 0 && free[j] ? (before[j] as number) - (around.l[j] as number) : 0;
      l[i] = (l[i] as number) + weight * ((around.l[i] as number) + clamp(pores, -4, 4) - (l[i] as number));
      a[i] = (a[i] as number) + weight * ((around.a[i] as number) - (a[i] as number));
    });
  }
}

/** Mean of the skin near every pixel, of what `counts`. */
function skinAround(
  { l, a, skin, width, height }: SkinPatch,
  faceWidth: number,
  counts: (i: number) => number,
): { l: Plane; a: Plane } {
  const weight = Float32Array.from(skin, (own, i) => own * counts(i));
  const blur = (plane: Plane) => gaussianBlur(plane, width, height, Math.max(2, faceWidth * AROUND));
  const total = blur(weight);
  const mean = (plane: Plane) => {
    const sum = blur(plane.map((v, i) => v * (weight[i] as number)));
    return sum.map((v, i) => ((total[i] as number) > 0.02 ? v / (total[i] as number) : (plane[i] as number)));
  };
  return { l: mean(l), a: mean(a) };
}

function excess(above: Plane, below: Plane, skin: Uint8Array): { by: Plane; deviation: number } {
  const by = above.map((v, i) => v - (below[i] as number));
  let squares = 0;
  let count = 0;
  for (let i = 0; i < by.length; i++) {
    if (!skin[i]) continue;
    squares += (by[i] as number) ** 2;
    count++;
  }
  return { by, deviation: Math.sqrt(squares / Math.max(1, count)) };
}

/** The connected piece of marked pixels at `start`, which are unmarked. */
function collect(marked: Uint8Array, start: number, width: number): number[] {
  const piece = [start];
  marked[start] = 0;
  for (let k = 0; k < piece.length; k++) {
    const i = piece[k] as number;
    for (const next of [i - 1, i + 1, i - width, i + width]) {
      if (marked[next] !== 1) continue;
      marked[next] = 0;
      piece.push(next);
    }
  }
  return piece;
}

/** Null for what is too small to see, too large or too long. */
function spotOf(piece: readonly number[], width: number, largest: number): Spot | null {
  let [left, right, top, bottom] = [width, 0, Number.POSITIVE_INFINITY, 0];
  for (const i of piece) {
    const x = i % width;
    const y = Math.floor(i / width);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const [wide, high] = [right - left + 1, bottom - top + 1];
  const [short, long] = [Math.min(wide, high), Math.max(wide, high)];
  if (piece.length < 4 || long > largest || long > 2.2 * short || piece.length < 0.4 * wide * high)
    return null;
  return { x: (left + right) / 2, y: (top + bottom) / 2, radius: long / 2 + 0.5 };
}

function meanOf(plane: Plane, piece: readonly number[]): number {
  let sum = 0;
  for (const i of piece) sum += plane[i] as number;
  return sum / piece.length;
}

function eachWithin(
  { width, height }: { width: number; height: number },
  x: number,
  y: number,
  radius: number,
  visit: (i: number, distance: number) => void,
): void {
  for (let v = Math.max(0, Math.ceil(y - radius)); v <= Math.min(height - 1, Math.floor(y + radius)); v++) {
    for (let u = Math.max(0, Math.ceil(x - radius)); u <= Math.min(width - 1, Math.floor(x + radius)); u++) {
      const distance = Math.hypot(u - x, v - y);
      if (distance <= radius) visit(v * width + u, distance);
    }
  }
}

/** How far to go, as an index, to clean skin beside a spot; 0: there is none. */
function donor(free: Uint8Array, x: number, y: number, step: number, width: number, height: number): number {
  for (const [dx, dy] of [
    [step, 0],
    [-step, 0],
    [0, step],
    [0, -step],
  ] as const) {
    const [u, v] = [Math.round(x) + dx, Math.round(y) + dy];
    if (u >= 0 && v >= 0 && u < width && v < height && free[v * width + u]) return dy * width + dx;
  }
  return 0;
}
