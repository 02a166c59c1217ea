import { boxBlur } from '@/vision/image/blur';
import { CHANNELS, type Plane, type Planes } from '@/vision/image/raster';
import { clamp, smoothstep } from '@/vision/image/scalar';

/** Windows in which the interior is looked for, nearest first, as fractions of the width. */
const RADII = [0.008, 0.022, 0.06];
/** From here on a pixel counts as interior, and below here as edge. */
const INTERIOR = 0.965;
const EDGE = 0.985;
const RIM = 0.003;

/**
 * Takes the old background's colour out of the edge: colours of mixed pixels are held within one standard deviation
 * of the nearest interior. Works in place.
 */
export function decontaminateEdges(foreground: Planes, matte: Plane, width: number, height: number): void {
  // The matte is often a pixel or two too wide: what lies that close to the outside counts as edge too.
  const settled = boxBlur(matte, width, height, Math.max(1, Math.round(width * RIM)), 2);
  const interior = matte.map((a, i) => (Math.min(a, settled[i] as number) > INTERIOR ? 1 : 0));
  const radii = RADII.map((fraction) => Math.round(width * fraction));
  const weights = radii.map((radius) => boxBlur(interior, width, height, radius, 2));
  for (const k of CHANNELS) {
    const plane = foreground[k];
    const inside = plane.map((v, i) => v * (interior[i] as number));
    const squares = plane.map((v, i) => v * (inside[i] as number));
    const sums = radii.map((radius) => boxBlur(inside, width, height, radius, 2));
    const squareSums = radii.map((radius) => boxBlur(squares, width, height, radius, 2));
    for (let i = 0; i < plane.length; i++) {
      const a = Math.min(matte[i] as number, settled[i] as number);
      if (a <= 0 || a > EDGE) continue;
      const window = weights.findIndex((w) => (w[i] as number) >= 0.06);
      const at = window < 0 ? weights.length - 1 : window;
      const weight = weights[at]?.[i] ?? 0;
      if (weight < 0.004) continue;
      const mean = (sums[at]?.[i] ?? 0) / weight;
      const deviation = Math.sqrt(Math.max(1e-5, (squareSums[at]?.[i] ?? 0) / weight - mean * mean));
      const v = plane[i] as number;
      const held = clamp(v, mean - 1.1 * deviation - 0.015, mean + deviation + 0.015);
      const strength = 1 - smoothstep(0.75, EDGE, a);
      plane[i] = v + strength * (held - v);
    }
  }
}
