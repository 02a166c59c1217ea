import { faceWidth } from '@/vision/face/landmarks';
import { PART, type Parsing, partAt } from '@/vision/face/parsing';
import type { Raster } from '@/vision/image/raster';

/** Share of the photo's top row above the face that is hair, face or a hat: the head is cut off there. */
export function headCutTop(photo: Raster, landmarks: Float32Array, faceX: number, parsing: Parsing): number {
  if (parsing.y > 1) return 0;
  const width = faceWidth(landmarks);
  let total = 0;
  let cut = 0;
  for (let x = faceX - width * 0.45; x <= faceX + width * 0.45; x += width / 30) {
    total++;
    if (x < 0 || x >= photo.width) continue;
    const part = partAt(parsing, x, 1);
    if (part === PART.hair || part === PART.face || part === PART.other) cut++;
  }
  return cut / total;
}
