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

function blurRows(from: Plane, out: Plane, width: number, height: number, radius: number): void {
  const inverse = inverseCounts(width, radius);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const end = row + width;
    let sum = 0;
    for (let i = row; i < Math.min(row + radius, end); i++) sum += from[i] as number;
    for (let i = row, x = 0; i < end; i++, x++) {
      if (i + radius < end) sum += from[i + radius] as number;
      if (i - radius > row) sum -= from[i - radius - 1] as number;
      out[i] = sum * (inverse[x] as number);
    }
  }
}

function blurColumns(from: Plane, out: Plane, width: number, height: number, radius: number): void {
  const inverse = inverseCounts(height, radius);
  const sums = new Float64Array(width);
  const nothing = new Float32Array(width);
  const rowAt = (y: number) => (y < 0 || y >= height ? nothing : from.subarray(y * width, (y + 1) * width));
  for (let y = 0; y < Math.min(radius, height); y++) {
    const entering = rowAt(y);
    for (let x = 0; x < width; x++) sums[x] = (sums[x] as number) + (entering[x] as number);
  }
  for (let y = 0; y < height; y++) {
    const entering = rowAt(y + radius);
    const leaving = rowAt(y - radius - 1);
    const to = out.subarray(y * width, (y + 1) * width);
    const share = inverse[y] as number;
    for (let x = 0; x < width; x++) {
      const sum = (sums[x] as number) + (entering[x] as number) - (leaving[x] as number);
      sums[x] = sum;
      to[x] = sum * share;
    }
  }
}

/** 1 ÷ the number of pixels that a window around each position really covers. */
function inverseCounts(length: number, radius: number): Float64Array {
  return Float64Array.from(
    { length },
    (_, i) => 1 / (Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1),
  );
}
