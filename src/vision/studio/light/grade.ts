import { hexToRgb, type Rgb } from '@/vision/image/colour';
import { CHANNELS } from '@/vision/image/raster';
import { clamp, smoothstep } from '@/vision/image/scalar';
import type { StudioRecipe } from '@/vision/studio/recipe';

type Pixel = [number, number, number];

/** The look of the film, for person and backdrop alike: saturation, contrast, colours of darks and lights, lifted black. In place. */
export function gradeOf({
  saturation,
  contrast,
  gamma = 1,
  fade,
  grade,
}: StudioRecipe): (pixel: Pixel) => void {
  const shadows = grade ? leanOf(grade.shadows, grade.strength) : NONE;
  const highlights = grade ? leanOf(grade.highlights, grade.strength) : NONE;
  return (pixel) => {
    const grey = 0.2126 * pixel[0] + 0.7152 * pixel[1] + 0.0722 * pixel[2];
    const bright = grade ? smoothstep(0.1, 0.9, grey) : 0;
    // Black and white have no colour to lean.
    const lean = grade ? 4 * grey * (1 - Math.min(1, grey)) : 0;
    for (const k of CHANNELS) {
      const v = grey + (pixel[k] - grey) * saturation;
      const leaning = v + (shadows[k] * (1 - bright) + highlights[k] * bright) * lean;
      const toned = gamma === 1 ? leaning : clamp(leaning) ** gamma;
      pixel[k] = fade + contrasted(toned, contrast) * (1 - fade);
    }
  };
}

const NONE: Rgb = [0, 0, 0];

/** What a colour adds to each channel without changing how bright it is. */
function leanOf(hex: string, strength: number): Rgb {
  const [r, g, b] = hexToRgb(hex);
  const grey = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return [(r - grey) * strength, (g - grey) * strength, (b - grey) * strength];
}

/** S-curve around the middle. */
function contrasted(v: number, contrast: number): number {
  const c = v - 0.5;
  return 0.5 + c * (1 + contrast * 0.16 * (1 - 4 * c * c));
}
