import { enlargePlane, shrinkPlane } from '@/vision/image/coarse-plane';
import type { Plane } from '@/vision/image/raster';

/** The radius that is left on a smaller copy of a wide window, at least: below it steps would show. */
const COARSE_RADIUS = 3;

/**
 * Mean over a (2r+1)² window that shrinks at the borders, repeated; running sums, so the cost ignores r. Repeated means are smooth, so
 * wide ones are taken on a smaller copy.
 */
export function boxBlur(plane: Plane, width: number, height: number, radius: number, passes = 1): Plane {
  const factor = passes > 1 ? 2 ** Math.floor(Math.log2(radius / COARSE_RADIUS)) : 1;
  if (factor > 1) {
    const small = shrinkPlane(plane, width, height, factor);
    // The window that spans about as many pixels.
    const reach = Math.round(((2 * radius + 1) / factor - 1) / 2);
    const soft = boxBlur(small.plane, small.width, small.height, reach, passes);
    return enlargePlane({ ...small, plane: soft }, factor, width, height);
  }
  const rows = scratchOf(plane.length);
  const out = new Float32Array(plane.length);
  for (let pass = 0; pass < passes; pass++) {
    blurRows(pass === 0 ? plane : out, rows, width, height, radius);
    blurColumns(rows, out, width, height, radius);
  }
  return out;
}

let scratch: Plane = new Float32Array(0);

/** What lies between the two directions, kept from blur to blur: fresh memory costs as much as the blur itself. */
function scratchOf(length: number): Plane {
  if (scratch.length < length) scratch = new Float32Array(length);
  return scratch;
}

/** Gaussian by three box passes. `sigma` in px. */
export function gaussianBlur(plane: Plane, width: number, height: number, sigma: number): Plane {
  const radius = Math.max(1, Math.round(Math.sqrt(4 * sigma * sigma + 1) / 2 - 0.5));
  return boxBlur(plane, width, height, radius, 3);
}

/** Four rows side by side: in one row each sum waits for the one before. */
function blurRows(from: Plane, out: Plane, width: number, height: number, radius: number): void {
  const inverse = inverseCounts(width, radius);
  const whole = height - (height % 4);
  for (let y = 0; y < whole; y += 4) blurFourRows(from, out, y * width, width, radius, inverse);
  for (let y = whole; y < height; y++) blurRow(from, out, y * width, width, radius, inverse);
}

function blurFourRows(
  from: Plane,
  out: Plane,
  start: number,
  width: number,
  radius: number,
  inverse: Float64Array,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let x = 0, i = start; x < Math.min(radius, width); x++, i++) {
    a += from[i] as number;
    b += from[i + width] as number;
    c += from[i + 2 * width] as number;
    d += from[i + 3 * width] as number;
  }
  for (let x = 0, i = start; x < width; x++, i++) {
    if (x + radius < width) {
      const entering = i + radius;
      a += from[entering] as number;
      b += from[entering + width] as number;
      c += from[entering + 2 * width] as number;
      d += from[entering + 3 * width] as number;
    }
    if (x > radius) {
      const leaving = i - radius - 1;
      a -= from[leaving] as number;
      b -= from[leaving + width] as number;
      c -= from[leaving + 2 * width] as number;
      d -= from[leaving + 3 * width] as number;
    }
    const share = inverse[x] as number;
    out[i] = a * share;
    out[i + width] = b * share;
    out[i + 2 * width] = c * share;
    out[i + 3 * width] = d * share;
  }
}

function blurRow(
  from: Plane,
  out: Plane,
  start: number,
  width: number,
  radius: number,
  inverse: Float64Array,
): void {
  let sum = 0;
  for (let x = 0, i = start; x < Math.min(radius, width); x++, i++) sum += from[i] as number;
  for (let x = 0, i = start; x < width; x++, i++) {
    if (x + radius < width) sum += from[i + radius] as number;
    if (x > radius) sum -= from[i - radius - 1] as number;
    out[i] = sum * (inverse[x] as number);
  }
}

/** Without views of rows: most planes are crops a few dozen pixels wide, and a view costs as much as such a row. */
function blurColumns(from: Plane, out: Plane, width: number, height: number, radius: number): void {
  const inverse = inverseCounts(height, radius);
  const sums = new Float64Array(width);
  for (let y = 0; y < Math.min(radius, height); y++) addRow(sums, from, y * width, 1);
  for (let y = 0; y < height; y++) {
    const share = inverse[y] as number;
    const to = y * width;
    const entering = (y + radius) * width;
    const leaving = (y - radius - 1) * width;
    if (leaving >= 0 && y + radius < height) {
      for (let x = 0; x < width; x++) {
        const sum = (sums[x] as number) + (from[entering + x] as number) - (from[leaving + x] as number);
        sums[x] = sum;
        out[to + x] = sum * share;
      }
      continue;
    }
    if (y + radius < height) addRow(sums, from, entering, 1);
    if (leaving >= 0) addRow(sums, from, leaving, -1);
    for (let x = 0; x < width; x++) out[to + x] = (sums[x] as number) * share;
  }
}

function addRow(sums: Float64Array, from: Plane, start: number, sign: 1 | -1): void {
  for (let x = 0, i = start; x < sums.length; x++, i++)
    sums[x] = (sums[x] as number) + sign * (from[i] as number);
}

/** 1 ÷ the number of pixels that a window around each position really covers. */
function inverseCounts(length: number, radius: number): Float64Array {
  const inverse = new Float64Array(length);
  for (let i = 0; i < length; i++)
    inverse[i] = 1 / (Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1);
  return inverse;
}
