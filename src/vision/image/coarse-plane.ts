import type { Plane } from '@/vision/image/raster';

/** A smaller copy of a plane, for statistics over windows that are wide anyway. */
export interface CoarsePlane {
  plane: Plane;
  width: number;
  height: number;
}

/** Means of blocks of `factor`² pixels; what is left at the right and bottom edge makes smaller blocks. */
export function shrinkPlane(plane: Plane, width: number, height: number, factor: number): CoarsePlane {
  const toWidth = Math.ceil(width / factor);
  const toHeight = Math.ceil(height / factor);
  const out = new Float32Array(toWidth * toHeight);
  const sums = new Float64Array(width);
  for (let row = 0; row < toHeight; row++) {
    const from = row * factor;
    const to = Math.min(height, from + factor);
    sums.fill(0);
    for (let y = from; y < to; y++) {
      const start = y * width;
      for (let x = 0; x < width; x++) sums[x] = (sums[x] as number) + (plane[start + x] as number);
    }
    for (let column = 0, x = 0; column < toWidth; column++) {
      const end = Math.min(width, x + factor);
      const pixels = (end - x) * (to - from);
      let sum = 0;
      for (; x < end; x++) sum += sums[x] as number;
      out[row * toWidth + column] = sum / pixels;
    }
  }
  return { plane: out, width: toWidth, height: toHeight };
}

/** Back to full size, bilinear between the middles of the blocks of `factor`² pixels. */
export function enlargePlane(
  { plane, width, height }: CoarsePlane,
  factor: number,
  toWidth: number,
  toHeight: number,
): Plane {
  const out = new Float32Array(toWidth * toHeight);
  const left = new Int32Array(toWidth);
  const right = new Float32Array(toWidth);
  for (let x = 0; x < toWidth; x++) {
    const u = Math.min(width - 1, Math.max(0, (x + 0.5) / factor - 0.5));
    left[x] = Math.min(width - 2, Math.floor(u));
    right[x] = u - (left[x] as number);
  }
  if (width === 1) left.fill(0);
  const line = new Float32Array(width + 1);
  for (let y = 0, i = 0; y < toHeight; y++) {
    const v = Math.min(height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const top = Math.min(Math.max(0, height - 2), Math.floor(v));
    const lower = v - top;
    const above = top * width;
    const below = Math.min(height - 1, top + 1) * width;
    for (let x = 0; x < width; x++) {
      const a = plane[above + x] as number;
      line[x] = a + ((plane[below + x] as number) - a) * lower;
    }
    line[width] = line[width - 1] as number;
    for (let x = 0; x < toWidth; x++, i++) {
      const at = left[x] as number;
      const a = line[at] as number;
      out[i] = a + ((line[at + 1] as number) - a) * (right[x] as number);
    }
  }
  return out;
}
