import { boxBlur } from '@/vision/image/blur';
import type { Plane } from '@/vision/image/raster';
import { smoothstep } from '@/vision/image/scalar';

/**
 * Removes pieces of the old background that the matting network attached to the person (a slat beside a shoulder)
 * where the parsing network is sure of background. Single hairs also lie outside the parsed person: near hair only
 * solid pieces go. In place.
 */
export function removeLeftovers(
  matte: Plane,
  background: Plane,
  hair: Plane,
  width: number,
  height: number,
): void {
  const hairNear = boxBlur(hair, width, height, Math.round(width * 0.02), 2);
  const solid = boxBlur(matte, width, height, Math.max(2, Math.round(width * 0.006)), 2);
  for (let i = 0; i < matte.length; i++) {
    const sure = smoothstep(0.45, 0.75, background[i] as number);
    if (sure === 0) continue;
    const noHair = 1 - smoothstep(0.02, 0.12, hairNear[i] as number);
    const piece = smoothstep(0.45, 0.75, solid[i] as number);
    matte[i] = (matte[i] as number) * (1 - sure * Math.max(noHair, piece));
  }
}
