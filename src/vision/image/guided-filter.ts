import { boxBlur } from '@/vision/image/blur';
import type { Plane } from '@/vision/image/raster';

/**
 * Guided filter (He, Sun, Tang 2010): smooths `input` where `guide` is flat and keeps its edges where `guide` has
 * them. `epsilon` is the variance of the guide (of 0–1) below which a patch counts as flat.
 */
export function guidedFilter(
  guide: Plane,
  input: Plane,
  width: number,
  height: number,
  radius: number,
  epsilon: number,
): Plane {
  const blur = (plane: Plane) => boxBlur(plane, width, height, radius);
  const meanGuide = blur(guide);
  const meanInput = input === guide ? meanGuide : blur(input);
  const product = blur(guide.map((g, i) => g * (input[i] as number)));
  const square = input === guide ? product : blur(guide.map((g) => g * g));
  const slope = new Float32Array(guide.length);
  const offset = new Float32Array(guide.length);
  for (let i = 0; i < guide.length; i++) {
    const g = meanGuide[i] as number;
    const p = meanInput[i] as number;
    const a = ((product[i] as number) - g * p) / ((square[i] as number) - g * g + epsilon);
    slope[i] = a;
    offset[i] = p - a * g;
  }
  const meanSlope = blur(slope);
  const meanOffset = blur(offset);
  return guide.map((g, i) => (meanSlope[i] as number) * g + (meanOffset[i] as number));
}
