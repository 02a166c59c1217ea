import type { Plane } from '@/vision/image/raster';

/** Mean over a (2r+1)² window that shrinks at the borders, repeated; running sums, so the cost ignores r. */
export function boxBlur(plane: Plane, width: number, height: number, radius: number, passes = 1): Plane {
  let result = plane;
  for (let pass = 0; pass < passes; pass++) {
    result = blurColumns(blurRows(result, width, height, radius), width, height, radius);
  }
  return result;
}

/** Gaussian by three box passes. `sigma` in px. */
export function gaussianBlur(plane: Plane, width: number, height: number, sigma: number): Plane {
  const radius = Math.max(1, Math.round(Math.sqrt(4 * sigma * sigma + 1) / 2 - 0.5));
  return boxBlur(plane, width, height, radius, 3);
}

function blurRows(from: Plane, width: number, height: number, radius: number): Plane {
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    let count = 0;
    for (let x = 0; x <= Math.min(radius, width - 1); x++) {
      sum += from[row + x] as number;
      count++;
    }
    for (let x = 0; x < width; x++) {
      out[row + x] = sum / count;
      if (x + radius + 1 < width) {
        sum += from[row + x + radius + 1] as number;
        count++;
      }
      if (x - radius >= 0) {
        sum -= from[row + x - radius] as number;
        count--;
      }
    }
  }
  return out;
}

function blurColumns(from: Plane, width: number, height: number, radius: number): Plane {
  const out = new Float32Array(width * height);
  const sums = new Float64Array(width);
  let count = 0;
  for (let y = 0; y <= Math.min(radius, height - 1); y++) {
    addRow(sums, from, y * width, 1);
    count++;
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) out[row + x] = (sums[x] as number) / count;
    if (y + radius + 1 < height) {
      addRow(sums, from, (y + radius + 1) * width, 1);
      count++;
    }
    if (y - radius >= 0) {
      addRow(sums, from, (y - radius) * width, -1);
      count--;
    }
  }
  return out;
}

function addRow(sums: Float64Array, from: Plane, row: number, sign: 1 | -1): void {
  for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] as number) + sign * (from[row + x] as number);
}
