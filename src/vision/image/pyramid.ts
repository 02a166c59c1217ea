import type { Raster } from '@/vision/image/raster';

/** The photo and its halvings, so that a strong reduction samples an already averaged level. */
export type Pyramid = readonly [Raster, ...Raster[]];

const SMALLEST_SIDE = 220;

export function buildPyramid(base: Raster): Pyramid {
  const levels: [Raster, ...Raster[]] = [base];
  for (let top = base; Math.min(top.width, top.height) > SMALLEST_SIDE; ) {
    top = halve(top);
    levels.push(top);
  }
  return levels;
}

/** The level for an output whose pixels span `scale` source pixels; `bias` in octaves moves to coarser levels. */
export function levelFor(pyramid: Pyramid, scale: number, bias = 0): { raster: Raster; shrink: number } {
  const wanted = scale < 1 ? 0 : Math.floor(Math.log2(scale * 1.0001) + bias);
  const index = Math.max(0, Math.min(pyramid.length - 1, wanted));
  return { raster: pyramid[index] ?? pyramid[0], shrink: 1 / (1 << index) };
}

function halve({ data: from, width: sourceWidth, height: sourceHeight }: Raster): Raster {
  const width = sourceWidth >> 1;
  const height = sourceHeight >> 1;
  const data = new Uint8Array(width * height * 3);
  const row = sourceWidth * 3;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 2 * y * row + 6 * x;
      for (let c = at; c < at + 3; c++, to++) {
        const sum =
          (from[c] as number) +
          (from[c + 3] as number) +
          (from[c + row] as number) +
          (from[c + row + 3] as number);
        data[to] = (sum + 2) >> 2;
      }
    }
  }
  return { data, width, height };
}
