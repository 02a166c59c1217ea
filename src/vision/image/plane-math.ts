/** Arithmetic on planes. Plain loops: a typed array's own `map` takes ten times as long, and a picture needs dozens of these. */
import type { Plane } from '@/vision/image/raster';

export function timesPlane(a: Plane, b: Plane): Plane {
  const out = new Float32Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) * (b[i] as number);
  return out;
}

export function scalePlane(plane: Plane, factor: number): Plane {
  const out = new Float32Array(plane.length);
  for (let i = 0; i < out.length; i++) out[i] = (plane[i] as number) * factor;
  return out;
}
