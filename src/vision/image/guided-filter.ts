import { boxBlur } from '@/vision/image/blur';
import { enlargePlane, shrinkPlane } from '@/vision/image/coarse-plane';
import { timesPlane } from '@/vision/image/plane-math';
import type { Plane } from '@/vision/image/raster';

/** The radius that is left on a smaller copy, at least. */
const COARSE_RADIUS = 3;

/** Px around a pixel that its result depends on. */
export function guidedReach(radius: number): number {
  return 2 * radius + 3 * factorOf(radius);
}

function factorOf(radius: number): number {
  return Math.max(1, 2 ** Math.floor(Math.log2(radius / COARSE_RADIUS)));
}

/** How the guided filter sees its surroundings: radius of the window in px, and the variance below which a patch counts as flat. */
export interface GuidedWindow {
  radius: number;
  /** Of a guide of 0–1. */
  epsilon: number;
}

/**
 * Guided filter (He, Sun, Tang 2010): smooths `input` where `guide` is flat and keeps its edges where `guide` has them. Statistics of
 * wider windows are taken on a smaller copy (He, Sun 2015).
 */
export function guidedFilter(
  guide: Plane,
  input: Plane,
  width: number,
  height: number,
  radius: number,
  epsilon: number,
): Plane {
  const [out] = guidedFilters(guide, [input], { width, height }, { radius, epsilon });
  return out as Plane;
}

/** The same for several inputs of one guide, which is looked at once. */
export function guidedFilters(
  guide: Plane,
  inputs: readonly Plane[],
  { width, height }: { width: number; height: number },
  { radius, epsilon }: GuidedWindow,
): Plane[] {
  const factor = factorOf(radius);
  const shrunk = shrinkPlane(guide, width, height, factor);
  const small = { width: shrunk.width, height: shrunk.height };
  const blur = (plane: Plane) => boxBlur(plane, small.width, small.height, Math.round(radius / factor));
  const mean = (plane: Plane) => blur(shrinkPlane(plane, width, height, factor).plane);
  const enlarge = (plane: Plane) => enlargePlane({ ...small, plane: blur(plane) }, factor, width, height);
  const meanGuide = blur(shrunk.plane);
  const square = mean(timesPlane(guide, guide));
  return inputs.map((input) => {
    const meanInput = input === guide ? meanGuide : mean(input);
    const product = input === guide ? square : mean(timesPlane(guide, input));
    const slope = new Float32Array(meanGuide.length);
    const offset = new Float32Array(meanGuide.length);
    for (let i = 0; i < slope.length; i++) {
      const g = meanGuide[i] as number;
      const p = meanInput[i] as number;
      const a = ((product[i] as number) - g * p) / ((square[i] as number) - g * g + epsilon);
      slope[i] = a;
      offset[i] = p - a * g;
    }
    const out = enlarge(slope);
    const shift = enlarge(offset);
    for (let i = 0; i < out.length; i++)
      out[i] = (out[i] as number) * (guide[i] as number) + (shift[i] as number);
    return out;
  });
}
