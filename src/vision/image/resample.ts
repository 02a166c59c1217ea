import type { Plane } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';

interface Taps {
  start: Int32Array;
  weights: Float32Array[];
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
  for (let y = 0, to = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < toWidth; x++, to++) {
      const first = horizontal.start[x] as number;
      const weights = horizontal.weights[x] as Float32Array;
      let sum = 0;
      for (let k = 0; k < weights.length; k++) {
        const at = first + k;
        sum += (plane[row + (at < 0 ? 0 : at < width ? at : width - 1)] as number) * (weights[k] as number);
      }
      rows[to] = sum;
    }
  }
  const out = new Float32Array(toWidth * toHeight);
  for (let y = 0; y < toHeight; y++) {
    const first = vertical.start[y] as number;
    const weights = vertical.weights[y] as Float32Array;
    const to = y * toWidth;
    for (let k = 0; k < weights.length; k++) {
      const from = clamp(first + k, 0, height - 1) * toWidth;
      const weight = weights[k] as number;
      for (let x = 0; x < toWidth; x++)
        out[to + x] = (out[to + x] as number) + (rows[from + x] as number) * weight;
    }
  }
  for (let i = 0; i < out.length; i++) out[i] = clamp(out[i] as number);
  return out;
}

function tapsFor(from: number, to: number): Taps {
  const step = from / to;
  const stretch = Math.max(1, step);
  const start = new Int32Array(to);
  const weights = Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * step - 0.5;
    const first = Math.ceil(centre - 2 * stretch);
    start[i] = first;
    const taps = Float32Array.from({ length: Math.floor(centre + 2 * stretch) - first + 1 }, (_, k) =>
      cubicKernel(Math.abs(centre - first - k) / stretch),
    );
    const sum = taps.reduce((total, w) => total + w, 0);
    return taps.map((w) => w / sum);
  });
  return { start, weights };
}

function cubicKernel(d: number): number {
  if (d < 1) return 1.5 * d ** 3 - 2.5 * d ** 2 + 1;
  if (d < 2) return -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2;
  return 0;
}
