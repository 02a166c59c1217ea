import type { Box } from '@/vision/image/areas';
import type { Plane } from '@/vision/image/raster';

/** Head and hair of the first matte, down to just under the chin, with a margin. */
export function headBox(
  matte: Plane,
  width: number,
  height: number,
  face: { centreX: number; chinY: number; width: number; height: number },
): { box: Box; margin: number } {
  const end = Math.min(height - 1, Math.round(face.chinY + face.height * 0.45));
  let left = width;
  let right = 0;
  let top = height;
  for (let y = 0; y < end; y += 4) {
    for (let x = 0; x < width; x += 4) {
      if ((matte[y * width + x] as number) <= 0.04 || Math.abs(x - face.centreX) >= face.width * 1.5)
        continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
    }
  }
  const margin = Math.round(face.width * 0.22);
  const box = {
    left: Math.max(0, left - margin),
    top: Math.max(0, top - margin),
    right: Math.min(width, right + margin),
    bottom: Math.min(height, end + margin),
  };
  return { box, margin };
}
