import type { Plane } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';

/** What each output takes from where: `count` inputs from `start` on, whose weights stand one output after the other. */
interface Taps {
  count: number;
  start: Int32Array;
  weights: Float32Array;
}

/** Resizes a plane of 0–1 with a Catmull-Rom kernel that widens when shrinking. */
export function resizePlane(
  plane: Plane,
  width: number,
  height: number,
  toWidth: number,
  toHeight: number,
): Plane {
  const horizontal = tapsFor(width, toWidth);
  const vertical = tapsFor(height, toHeight);
  const rows = new Float32Array(toWidth * height);
  // The edge pixels are repeated beyond the edge, so that no tap has to ask where it is.
  const margin = horizontal.count + 2;
  const line = new Float32Array(width + 2 * margin);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    line.fill(plane[row] as number, 0, margin);
    line.set(plane.subarray(row, row + width), margin);
    line.fill(plane[row + width - 1] as number, margin + width);
    sumAlong(line, margin, horizontal, rows, y * toWidth);
  }
  const out = new Float32Array(toWidth * toHeight);
  for (let y = 0; y < toHeight; y++) sumDown(rows, height, vertical, y, out, toWidth);
  return out;
}

function sumAlong(
  line: Plane,
  margin: number,
  { count, start, weights }: Taps,
  out: Plane,
  to: number,
): void {
  for (let x = 0, tap = 0; x < start.length; x++) {
    const first = (start[x] as number) + margin;
    let sum = 0;
    for (let k = 0; k < count; k++, tap++) sum += (line[first + k] as number) * (weights[tap] as number);
    out[to + x] = sum;
  }
}

/** Four rows at a time, which are all there are when a plane is enlarged. */
function sumDown(
  rows: Plane,
  height: number,
  { count, start, weights }: Taps,
  y: number,
  out: Plane,
  width: number,
): void {
  const to = y * width;
  for (let k = 0; k < count; k += 4) {
    const first = (start[y] as number) + k;
    const a = clamp(first, 0, height - 1) * width;
    const b = clamp(first + 1, 0, height - 1) * width;
    const c = clamp(first + 2, 0, height - 1) * width;
    const d = clamp(first + 3, 0, height - 1) * width;
    const at = y * count + k;
    const wa = weights[at] as number;
    const wb = k + 1 < count ? (weights[at + 1] as number) : 0;
    const wc = k + 2 < count ? (weights[at + 2] as number) : 0;
    const wd = k + 3 < count ? (weights[at + 3] as number) : 0;
    for (let x = 0; x < width; x++) {
      const upper = (rows[a + x] as number) * wa + (rows[b + x] as number) * wb;
      const lower = (rows[c + x] as number) * wc + (rows[d + x] as number) * wd;
      out[to + x] = (out[to + x] as number) + upper + lower;
    }
  }
  for (let i = to; i < to + width; i++) out[i] = clamp(out[i] as number);
}

function tapsFor(from: number, to: number): Taps {
  const step = from / to;
  const stretch = Math.max(1, step);
  const count = Math.ceil(4 * stretch);
  const start = new Int32Array(to);
  const weights = new Float32Array(to * count);
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * step - 0.5;
    const first = Math.floor(centre - 2 * stretch) + 1;
    start[i] = first;
    let sum = 0;
    for (let k = 0; k < count; k++) sum += cubicKernel(Math.abs(centre - first - k) / stretch);
    for (let k = 0; k < count; k++)
      weights[i * count + k] = cubicKernel(Math.abs(centre - first - k) / stretch) / sum;
  }
  return { count, start, weights };
}

function cubicKernel(d: number): number {
  if (d < 1) return 1.5 * d ** 3 - 2.5 * d ** 2 + 1;
  if (d < 2) return -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2;
  return 0;
}
