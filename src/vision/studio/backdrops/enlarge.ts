import { emptyPlanes, type Planes } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';

interface Size {
  width: number;
  height: number;
}

/** Bilinear. For planes without detail of their own, such as blurred ones. */
export function enlarge(planes: Planes, from: Size, to: Size): Planes {
  const out = emptyPlanes(to.width * to.height);
  for (let y = 0, i = 0; y < to.height; y++) {
    const sy = clamp(((y + 0.5) * from.height) / to.height - 0.5, 0, from.height - 1);
    const row = Math.min(from.height - 2, Math.floor(sy));
    const fy = sy - row;
    for (let x = 0; x < to.width; x++, i++) {
      const sx = clamp(((x + 0.5) * from.width) / to.width - 0.5, 0, from.width - 1);
      const column = Math.min(from.width - 2, Math.floor(sx));
      const fx = sx - column;
      const at = row * from.width + column;
      for (let k = 0; k < 3; k++) {
        const plane = planes[k] as Float32Array;
        const top = (plane[at] as number) * (1 - fx) + (plane[at + 1] as number) * fx;
        const below =
          (plane[at + from.width] as number) * (1 - fx) + (plane[at + from.width + 1] as number) * fx;
        (out[k] as Float32Array)[i] = top * (1 - fy) + below * fy;
      }
    }
  }
  return out;
}
