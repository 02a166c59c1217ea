import { PART_SIDE, type Parsing, type Part } from '@/vision/face/parsing';
import type { Plane } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';

/** Probability of one class for every pixel of a picture, whose pixels are those of the parsed square. Bilinear. */
export function partMask(parsing: Parsing, part: Part, width: number, height: number): Plane {
  const source = parsing.probabilities[part] as Plane;
  const out = new Float32Array(width * height);
  const scale = PART_SIDE / parsing.side;
  const last = PART_SIDE - 1;
  const columns = new Int32Array(width);
  const shares = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const u = clamp((x + 0.5 - parsing.x) * scale - 0.5, 0, last);
    columns[x] = Math.min(Math.floor(u), last - 1);
    shares[x] = u - (columns[x] as number);
  }
  const line = new Float32Array(PART_SIDE);
  for (let y = 0, i = 0; y < height; y++) {
    const v = clamp((y + 0.5 - parsing.y) * scale - 0.5, 0, last);
    const row = Math.min(Math.floor(v), last - 1);
    const fy = v - row;
    for (let k = 0, at = row * PART_SIDE; k < PART_SIDE; k++, at++)
      line[k] = (source[at] as number) * (1 - fy) + (source[at + PART_SIDE] as number) * fy;
    for (let x = 0; x < width; x++, i++) {
      const column = columns[x] as number;
      const fx = shares[x] as number;
      out[i] = (line[column] as number) * (1 - fx) + (line[column + 1] as number) * fx;
    }
  }
  return out;
}
