import type { Plane } from '@/vision/image/raster';
import { clamp, smoothstep } from '@/vision/image/scalar';
import type { StudioRecipe } from '@/vision/studio/recipe';

/**
 * Strength (0–1) of a light from behind along the person's outline: where `inner`, the blurred matte, falls away towards the side that
 * the key light leaves dark, or to either side.
 */
export function rimLight(
  matte: Plane,
  inner: Plane,
  { width, height }: { width: number; height: number },
  rim: NonNullable<StudioRecipe['rim']>,
  side: -1 | 1,
): Plane {
  const out = new Float32Array(matte.length);
  const reach = Math.max(1, Math.round(width * 0.009));
  for (let y = 0; y < height; y++) {
    const row = y * width;
    // Lights from behind stand at the height of the head: little of them reaches the bottom.
    const high = 1 - 0.65 * smoothstep(0.45, 1, y / height);
    for (let x = 0; x < width; x++) {
      const i = row + x;
      if ((matte[i] as number) < 0.02) continue;
      const right = inner[row + Math.min(width - 1, x + reach)] as number;
      const left = inner[row + Math.max(0, x - reach)] as number;
      const slope = (left - right) * -side;
      const faces = rim.both ? Math.abs(slope) : Math.max(0, slope);
      out[i] = rim.strength * high * clamp(faces * 1.5) * (1 - smoothstep(0.5, 1, inner[i] as number) * 0.75);
    }
  }
  return out;
}
