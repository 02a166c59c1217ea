import type { Plane } from '@/vision/image/raster';
import { seededRandom } from '@/vision/image/scalar';

/** Smooth noise of −1 to 1 whose hills are `cell` px apart. */
export function valueNoise(width: number, height: number, cell: number, seed: number): Plane {
  const columns = Math.ceil(width / cell) + 3;
  const rows = Math.ceil(height / cell) + 3;
  const random = seededRandom(seed);
  const grid = Float32Array.from({ length: columns * rows }, () => random() * 2 - 1);
  const out = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / cell);
    const sy = eased(y / cell - row);
    for (let x = 0; x < width; x++, i++) {
      const column = Math.floor(x / cell);
      const sx = eased(x / cell - column);
      const at = row * columns + column;
      const top = (grid[at] as number) * (1 - sx) + (grid[at + 1] as number) * sx;
      const bottom = (grid[at + columns] as number) * (1 - sx) + (grid[at + columns + 1] as number) * sx;
      out[i] = top * (1 - sy) + bottom * sy;
    }
  }
  return out;
}

function eased(t: number): number {
  return t * t * (3 - 2 * t);
}
