/** How much of the skin's texture a picture keeps of its photo: pores are what makes skin look real, and a finish must not take them. */
import { gaussianBlur } from '@/vision/image/blur';
import { rgbToLab } from '@/vision/image/colour';
import type { Plane, Raster } from '@/vision/image/raster';

/** Finer than this (share of the width) is texture, coarser is shape and light. */
const FINE = 0.0025;
/** The cheeks beside the nose, and half the side of the patch that is looked at, in head heights from between the eyes. */
const CHEEKS = [-0.2, 0.2] as const;
const BELOW = 0.24;
const PATCH = 0.06;

/** Root mean square of what is finer than `FINE` in L*, where `skin` says so. */
export function fineEnergy(l: Plane, width: number, height: number, skin: (i: number) => boolean): number {
  const soft = gaussianBlur(l, width, height, Math.max(1, width * FINE));
  let sum = 0;
  let count = 0;
  for (let i = 0; i < l.length; i++) {
    if (!skin(i)) continue;
    sum += ((l[i] as number) - (soft[i] as number)) ** 2;
    count++;
  }
  return Math.sqrt(sum / count);
}

/** Fine energy of the picture's cheeks ÷ that of the photo through the same frame. */
export function textureKept(
  picture: Raster,
  photo: Raster,
  { eyeLine, headHeight }: { eyeLine: number; headHeight: number },
): number {
  const { width, height } = picture;
  const head = headHeight * height;
  const patches = CHEEKS.map((aside) => ({
    x: width / 2 + aside * head,
    y: eyeLine * height + BELOW * head,
  }));
  const onCheek = (i: number) =>
    patches.some(
      ({ x, y }) =>
        Math.abs((i % width) - x) < PATCH * head && Math.abs(Math.floor(i / width) - y) < PATCH * head,
    );
  const energy = (raster: Raster) => fineEnergy(lightness(raster), width, height, onCheek);
  return energy(picture) / energy(photo);
}

function lightness({ data, width, height }: Raster): Plane {
  const at = (i: number) => (data[i] as number) / 255;
  return Float32Array.from(
    { length: width * height },
    (_, i) => rgbToLab(at(i * 3), at(i * 3 + 1), at(i * 3 + 2), [0, 0, 0])[0],
  );
}
