import { boxBlur } from '@/vision/image/blur';
import type { Plane } from '@/vision/image/raster';

/** A plane at half the width and height, for statistics over windows that are wide anyway: a quarter of the work. */
export interface HalfPlane {
  plane: Plane;
  width: number;
  height: number;
}

/** Means of 2×2 pixels; an odd last row or column is repeated. */
export function halvePlane(plane: Plane, width: number, height: number): HalfPlane {
  const halfWidth = Math.ceil(width / 2);
  const halfHeight = Math.ceil(height / 2);
  const out = new Float32Array(halfWidth * halfHeight);
  for (let y = 0, to = 0; y < halfHeight; y++) {
    const top = 2 * y * width;
    const bottom = Math.min(2 * y + 1, height - 1) * width;
    for (let x = 0; x < halfWidth; x++, to++) {
      const left = 2 * x;
      const right = Math.min(left + 1, width - 1);
      const sum =
        (plane[top + left] as number) +
        (plane[top + right] as number) +
        (plane[bottom + left] as number) +
        (plane[bottom + right] as number);
      out[to] = sum / 4;
    }
  }
  return { plane: out, width: halfWidth, height: halfHeight };
}

/** Blurs a half plane; `radius` is in pixels of the full plane. */
export function blurHalf({ plane, width, height }: HalfPlane, radius: number, passes: number): HalfPlane {
  return { plane: boxBlur(plane, width, height, Math.max(1, Math.round(radius / 2)), passes), width, height };
}

/** Where pixel (x, y) of the full plane lies in a half plane of this width. */
export function halfIndex(x: number, y: number, halfWidth: number): number {
  return (y >> 1) * halfWidth + (x >> 1);
}
