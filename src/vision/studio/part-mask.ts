import { PART_SIDE, type Parsing, type Part } from '@/vision/face/parsing';
import type { Plane } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';

/** Probability of one class for every pixel of a picture, whose pixels are those of the parsed square. Bilinear. */
export function partMask(parsing: Parsing, part: Part, width: number, height: number): Plane {
  const source = parsing.probabilities[part] as Plane;
  const out = new Float32Array(width * height);
  const scale = PART_SIDE / parsing.side;
  const last = PART_SIDE - 1;
  for (let y = 0, i = 0; y < height; y++) {
    const v = clamp((y + 0.5 - parsing.y) * scale - 0.5, 0, last);
    const row = Math.min(Math.floor(v), last - 1);
    const fy = v - row;
    for (let x = 0; x < width; x++, i++) {
      const u = clamp((x + 0.5 - parsing.x) * scale - 0.5, 0, last);
      const column = Math.min(Math.floor(u), last - 1);
      const fx = u - column;
      const at = row * PART_SIDE + column;
      const top = (source[at] as number) * (1 - fx) + (source[at + 1] as number) * fx;
      const bottom =
        (source[at + PART_SIDE] as number) * (1 - fx) + (source[at + PART_SIDE + 1] as number) * fx;
      out[i] = top * (1 - fy) + bottom * fy;
    }
  }
  return out;
}
