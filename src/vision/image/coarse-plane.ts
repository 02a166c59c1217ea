import type { Plane } from '@/vision/image/raster';

/** A smaller copy of a plane, for statistics over windows that are wide anyway. */
export interface CoarsePlane {
  plane: Plane;
  width: number;
  height: number;
}

/** Means of blocks of `factor`² pixels; what is left at the right and bottom edge makes smaller blocks. A factor of 1 copies nothing. */
export function shrinkPlane(plane: Plane, width: number, height: number, factor: number): CoarsePlane {
  if (factor === 1) return { plane, width, height };
  const toWidth = Math.ceil(width / factor);
  const toHeight = Math.ceil(height / factor);
  const out = new Float32Array(toWidth * toHeight);
  const sums = new Float64Array(toWidth);
  for (let row = 0; row < toHeight; row++) {
    const from = row * factor;
    const to = Math.min(height, from + factor);
    sums.fill(0);
    for (let y = from; y < to; y++) addBlocks(plane, y * width, width, factor, sums);
    const at = row * toWidth;
    const share = 1 / (factor * (to - from));
    for (let column = 0; column < toWidth; column++) out[at + column] = (sums[column] as number) * share;
    const rest = width - (toWidth - 1) * factor;
    out[at + toWidth - 1] = (sums[toWidth - 1] as number) / (rest * (to - from));
  }
  return { plane: out, width: toWidth, height: toHeight };
}

/** Adds one row to the sums of its blocks. A step of the block after the other, so that the inner loop is a long one. */
function addBlocks(plane: Plane, start: number, width: number, factor: number, sums: Float64Array): void {
  for (let k = 0; k < factor; k += 2) {
    const second = k + 1 < factor ? 1 : 0;
    const whole = Math.floor((width - 1 - k - second) / factor) + 1;
    let at = start + k;
    for (let column = 0; column < whole; column++, at += factor) {
      const pair = second === 1 ? (plane[at + 1] as number) : 0;
      sums[column] = (sums[column] as number) + (plane[at] as number) + pair;
    }
    if (second === 1 && at < start + width) sums[whole] = (sums[whole] as number) + (plane[at] as number);
  }
}

/** Back to full size, bilinear between the middles of the blocks of `factor`² pixels. A factor of 1 copies nothing. */
export function enlargePlane(
  { plane, width, height }: CoarsePlane,
  factor: number,
  toWidth: number,
  toHeight: number,
): Plane {
  if (factor === 1) return plane;
  const out = new Float32Array(toWidth * toHeight);
  const line = new Float64Array(width);
  for (let y = 0; y < toHeight; y++) {
    const v = Math.min(height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const top = Math.floor(v);
    const lower = v - top;
    const above = top * width;
    const below = Math.min(height - 1, top + 1) * width;
    for (let x = 0; x < width; x++) {
      const a = plane[above + x] as number;
      line[x] = a + ((plane[below + x] as number) - a) * lower;
    }
    enlargeLine(line, out, y * toWidth, toWidth, factor);
  }
  return out;
}

/** From the middle of one block to that of the next is a straight line; the halves of blocks at both ends are level. */
function enlargeLine(line: Float64Array, out: Plane, start: number, toWidth: number, factor: number): void {
  const end = start + toWidth;
  const half = Math.floor(factor / 2);
  const blocks = line.length - 1;
  out.fill(line[0] as number, start, Math.min(end, start + half));
  for (let k = 0; k < factor; k++) {
    const t = (half + k + 0.5) / factor - 0.5;
    let at = start + half + k;
    const count = Math.min(blocks, Math.ceil((end - at) / factor));
    for (let column = 0; column < count; column++, at += factor) {
      const a = line[column] as number;
      out[at] = a + ((line[column + 1] as number) - a) * t;
    }
  }
  out.fill(line[blocks] as number, Math.min(end, start + half + blocks * factor), end);
}

/** Draws a plane without any detail: `value` is asked for one pixel (whole coordinates) of each block, the rest lies between. */
export function drawSmoothPlane(
  width: number,
  height: number,
  factor: number,
  value: (x: number, y: number) => number,
): Plane {
  const small = { width: Math.ceil(width / factor), height: Math.ceil(height / factor) };
  const plane = new Float32Array(small.width * small.height);
  const middle = (block: number, end: number) =>
    Math.min(end - 1, block * factor + Math.floor((factor - 1) / 2));
  for (let row = 0, i = 0; row < small.height; row++) {
    const y = middle(row, height);
    for (let column = 0; column < small.width; column++, i++) plane[i] = value(middle(column, width), y);
  }
  return enlargePlane({ plane, ...small }, factor, width, height);
}
