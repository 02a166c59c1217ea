import { boxBlur } from '@/vision/image/blur';
import { blurHalf, type HalfPlane, halfIndex, halvePlane } from '@/vision/image/half-plane';
import { timesPlane } from '@/vision/image/plane-math';
import { CHANNELS, type Plane, type Planes } from '@/vision/image/raster';
import { clamp, smoothstep } from '@/vision/image/scalar';

/** Windows in which the interior is looked for, nearest first, as fractions of the width. */
const RADII = [0.008, 0.022, 0.06, 0.12];
/** The widest window counts from this share of interior on. */
const FAR = 0.004;
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
  const interior = interiorOf(matte, settled, width, height);
  const windows = (plane: Plane): HalfPlane[] =>
    RADII.map((fraction) => blurHalf({ ...interior, plane }, width * fraction, 2));
  const weights = windows(interior.plane);
  const edge = edgeOf(matte, settled);
  for (const k of CHANNELS) {
    const plane = foreground[k];
    const half = halvePlane(plane, width, height).plane;
    const inside = timesPlane(half, interior.plane);
    const sums = windows(inside);
    const squares = windows(timesPlane(half, inside));
    for (const i of edge) {
      const a = Math.min(matte[i] as number, settled[i] as number);
      const y = Math.floor(i / width);
      const j = halfIndex(i - y * width, y, interior.width);
      const [low, high] = usualRange(weights, sums, squares, j);
      const v = plane[i] as number;
      plane[i] = v + (1 - smoothstep(0.75, EDGE, a)) * (clamp(v, low, high) - v);
    }
  }
}

/** The pixels that are neither surely the person's nor surely nobody's. */
function edgeOf(matte: Plane, settled: Plane): Int32Array {
  const edge = new Int32Array(matte.length);
  let count = 0;
  for (let i = 0; i < matte.length; i++) {
    const a = Math.min(matte[i] as number, settled[i] as number);
    if (a > 0 && a <= EDGE) edge[count++] = i;
  }
  return edge.subarray(0, count);
}

/** At half size: 1 where all four pixels are interior, so that no edge colour gets in. */
function interiorOf(matte: Plane, settled: Plane, width: number, height: number): HalfPlane {
  const inside = new Float32Array(matte.length);
  for (let i = 0; i < inside.length; i++)
    inside[i] = Math.min(matte[i] as number, settled[i] as number) > INTERIOR ? 1 : 0;
  const half = halvePlane(inside, width, height);
  for (let j = 0; j < half.plane.length; j++) half.plane[j] = half.plane[j] === 1 ? 1 : 0;
  return half;
}

/**
 * What the interior near a pixel looks like: its mean ± one deviation. Narrow windows speak for the pixel best and
 * count as far as they see enough; the change from one to the next is gradual, or steps would show in the hair.
 */
function usualRange(
  weights: HalfPlane[],
  sums: HalfPlane[],
  squares: HalfPlane[],
  j: number,
): [number, number] {
  let low = 0;
  let high = 1;
  for (let window = weights.length - 1; window >= 0; window--) {
    const weight = weights[window]?.plane[j] ?? 0;
    const trust = window === weights.length - 1 ? smoothstep(0, FAR, weight) : smoothstep(0.03, 0.12, weight);
    if (trust === 0) continue;
    const mean = (sums[window]?.plane[j] ?? 0) / weight;
    const variance = (squares[window]?.plane[j] ?? 0) / weight - mean * mean;
    const deviation = Math.sqrt(Math.max(1e-5, variance));
    low += trust * (mean - 1.1 * deviation - 0.015 - low);
    high += trust * (mean + deviation + 0.015 - high);
  }
  return [low, high];
}
