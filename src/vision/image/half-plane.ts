import { boxBlur } from '@/vision/image/blur';
import { shrinkPlane } from '@/vision/image/coarse-plane';
import type { Plane } from '@/vision/image/raster';

/** A plane at half the width and height, for statistics over windows that are wide anyway: a quarter of the work. */
export interface HalfPlane {
  plane: Plane;
  width: number;
  height: number;
}

export function halvePlane(plane: Plane, width: number, height: number): HalfPlane {
  return shrinkPlane(plane, width, height, 2);
}

/** Blurs a half plane; `radius` is in pixels of the full plane. */
export function blurHalf({ plane, width, height }: HalfPlane, radius: number, passes: number): HalfPlane {
  return { plane: boxBlur(plane, width, height, Math.max(1, Math.round(radius / 2)), passes), width, height };
}

/** Where pixel (x, y) of the full plane lies in a half plane of this width. */
export function halfIndex(x: number, y: number, halfWidth: number): number {
  return (y >> 1) * halfWidth + (x >> 1);
}
