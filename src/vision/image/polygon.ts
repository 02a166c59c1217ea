import type { Point } from '@/vision/image/affine';
import type { Plane } from '@/vision/image/raster';

/** Even-odd test. */
export function insidePolygon(x: number, y: number, polygon: readonly Point[]): boolean {
  let inside = false;
  let [px, py] = polygon[polygon.length - 1] ?? [0, 0];
  for (const [qx, qy] of polygon) {
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside;
    px = qx;
    py = qy;
  }
  return inside;
}

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function boundsOf(points: readonly Point[]): Bounds {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Sets every pixel inside the polygon to `value`, by scan lines. */
export function fillPolygon(
  mask: Plane,
  width: number,
  height: number,
  polygon: readonly Point[],
  value = 1,
): void {
  const { top, bottom } = boundsOf(polygon);
  for (let y = Math.max(0, Math.floor(top)); y <= Math.min(height - 1, Math.ceil(bottom)); y++) {
    const crossings = crossingsAt(y, polygon);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, Math.round(crossings[k] as number));
      const to = Math.min(width - 1, Math.round(crossings[k + 1] as number));
      if (to >= from) mask.fill(value, y * width + from, y * width + to + 1);
    }
  }
}

function crossingsAt(y: number, polygon: readonly Point[]): number[] {
  const xs: number[] = [];
  let previous = polygon[polygon.length - 1];
  for (const point of polygon) {
    if (previous && previous[1] <= y !== point[1] <= y) {
      xs.push(previous[0] + ((y - previous[1]) / (point[1] - previous[1])) * (point[0] - previous[0]));
    }
    previous = point;
  }
  return xs.sort((a, b) => a - b);
}
