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
  return out;
}

function blurColumns(from: Plane, width: number, height: number, radius: number): Plane {
  const out = new Float32Array(width * height);
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
  return out;
}

/** 1 ÷ the number of pixels that a window around each position really covers. */
function inverseCounts(length: number, radius: number): Float64Array {
  return Float64Array.from(
    { length },
    (_, i) => 1 / (Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1),
  );
}
