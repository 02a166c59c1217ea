import { hexToRgb } from '@/vision/image/colour';
import { CHANNELS, type Planes } from '@/vision/image/raster';
import type { AccentRecipe } from '@/vision/studio/recipe';

/** Lays a soft coloured light over planes of 0–1, in place. */
export function addAccent(
  planes: Planes,
  { width, height }: { width: number; height: number },
  accent: AccentRecipe,
  mirror: boolean,
): void {
  const colour = hexToRgb(accent.colour);
  const cx = (mirror ? 1 - accent.x : accent.x) * width;
  const cy = accent.y * height;
  for (let y = 0, i = 0; y < height; y++) {
    const dy = (y - cy) / (height * accent.radius);
    for (let x = 0; x < width; x++, i++) {
      const dx = (x - cx) / (width * accent.radius);
      const strength = Math.exp(-(dx * dx + dy * dy) * 1.6) * accent.strength;
      for (const k of CHANNELS) {
        const v = planes[k][i] as number;
        planes[k][i] = v + (colour[k] - v) * strength;
      }
    }
  }
}
