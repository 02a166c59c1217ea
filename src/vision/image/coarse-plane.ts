import { type Box, cropPlane } from '@/vision/image/areas';
import type { Plane } from '@/vision/image/raster';

/** A smaller copy of a plane, for statistics over windows that are wide anyway. */
export interface CoarsePlane {
  plane: Plane;
  width: number;
  height: number;
}

/**
 * Means of blocks of `factor`² pixels; what is left at the right and bottom edge makes smaller blocks. Halved as often as that goes,
 * because each halving leaves a quarter to do. A factor of 1 copies nothing.
 */
export function shrinkPlane(plane: Plane, width: number, height: number, factor: number): CoarsePlane {
  if (factor === 1) return { plane, width, height };
  if (factor % 2 === 1) return meansOfBlocks(plane, width, height, factor);
  const half = halve(plane, width, height);
  return shrinkPlane(half.plane, half.width, half.height, factor / 2);
}

function halve(plane: Plane, width: number, height: number): CoarsePlane {
  const toWidth = Math.ceil(width / 2);
  const toHeight = Math.ceil(height / 2);
  const out = new Float32Array(toWidth * toHeight);
  for (let row = 0, i = 0; row < toHeight; row++) {
    const start = 2 * row * width;
    const last = start + width - 1;
    const down = 2 * row + 1 < height ? width : 0;
    let at = start;
    for (; at < last; at += 2, i++) {
      const top = (plane[at] as number) + (plane[at + 1] as number);
      const bottom = (plane[at + down] as number) + (plane[at + down + 1] as number);
      out[i] = (top + bottom) * 0.25;
    }
    if (at === last) out[i++] = ((plane[at] as number) + (plane[at + down] as number)) * 0.5;
  }
  return { plane: out, width: toWidth, height: toHeight };
}

function meansOfBlocks(plane: Plane, width: number, height: number, factor: number): CoarsePlane {
  const toWidth = Math.ceil(width / factor);
  const toHeight = Math.ceil(height / factor);
  const out = new Float32Array(toWidth * toHeight);
  for (let row = 0, i = 0; row < toHeight; row++) {
    const bottom = Math.min(height, (row + 1) * factor);
    for (let column = 0; column < toWidth; column++, i++) {
      const right = Math.min(width, (column + 1) * factor);
      let sum = 0;
      for (let y = row * factor; y < bottom; y++)
        for (let x = column * factor; x < right; x++) sum += plane[y * width + x] as number;
      out[i] = sum / ((bottom - row * factor) * (right - column * factor));
    }
  }
  return { plane: out, width: toWidth, height: toHeight };
}

/**
 * Back to full size, bilinear between the middles of the blocks of `factor`² pixels. Rows of blocks are stretched once each, and what
 * lies between two of them is mixed from both. A factor of 1 copies nothing.
 */
export function enlargePlane(
  { plane, width, height }: CoarsePlane,
  factor: number,
  toWidth: number,
  toHeight: number,
): Plane {
  if (factor === 1) return plane;
  const out = new Float32Array(toWidth * toHeight);
  let above = new Float32Array(toWidth);
  let below = new Float32Array(toWidth);
  let row = -1;
  stretchRow(plane, 0, width, factor, below);
  for (let y = 0; y < toHeight; y++) {
    const v = Math.min(height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    for (; row < Math.floor(v); row++) {
      [above, below] = [below, above];
      stretchRow(plane, Math.min(height - 1, row + 2) * width, width, factor, below);
    }
    mixRows(above, below, v - row, out, y * toWidth);
  }
  return out;
}

/** The same for a box of the picture that begins at multiples of `factor`. Its outermost pixels are those of the nearest block. */
export function enlargeBox({ plane, width, height }: CoarsePlane, factor: number, box: Box): Plane {
  const blocks = {
    left: box.left / factor,
    top: box.top / factor,
    right: Math.min(width, Math.ceil(box.right / factor)),
    bottom: Math.min(height, Math.ceil(box.bottom / factor)),
  };
  const crop = {
    plane: cropPlane(plane, width, blocks),
    width: blocks.right - blocks.left,
    height: blocks.bottom - blocks.top,
  };
  return enlargePlane(crop, factor, box.right - box.left, box.bottom - box.top);
}

function mixRows(above: Plane, below: Plane, share: number, out: Plane, start: number): void {
  for (let x = 0, i = start; x < above.length; x++, i++) {
    const a = above[x] as number;
    out[i] = a + ((below[x] as number) - a) * share;
  }
}

/** From the middle of one block to that of the next is a straight line; the halves of blocks at both ends are level. */
function stretchRow(plane: Plane, start: number, width: number, factor: number, out: Plane): void {
  const end = start + width - 1;
  const half = Math.floor(factor / 2);
  out.fill(plane[start] as number, 0, half);
  for (let k = 0; k < factor; k++) {
    const share = (half + k + 0.5) / factor - 0.5;
    const last = Math.min(end, start + Math.ceil((out.length - half - k) / factor));
    for (let at = start, to = half + k; at < last; at++, to += factor) {
      const a = plane[at] as number;
      out[to] = a + ((plane[at + 1] as number) - a) * share;
    }
  }
  out.fill(plane[end] as number, half + (width - 1) * factor);
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
