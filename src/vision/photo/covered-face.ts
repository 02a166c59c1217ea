import { EYE_LEFT, EYE_RIGHT, faceWidth, LIPS, NOSE, points } from '@/vision/face/landmarks';
import type { FaceMesh } from '@/vision/face/mesh';
import { PART, type Parsing, partAt } from '@/vision/face/parsing';
import type { Point } from '@/vision/image/affine';
import { boundsOf, insidePolygon } from '@/vision/image/polygon';
import type { Raster } from '@/vision/image/raster';
import { CROP_SIDE, type FaceCrop } from '@/vision/photo/face-crop';
import type { FaceMeasurements, Occlusion } from '@/vision/types';

/** Share of each region whose parsed class is not face skin. Regions too small to sample count as free. */
export function measureOcclusion(photo: Raster, mesh: FaceMesh, parsing: Parsing): Occlusion {
  const step = Math.max(1, faceWidth(mesh.landmarks) / 120);
  const covered = (indices: readonly number[]) =>
    coveredShare(photo, points(mesh.landmarks, indices), parsing, step);
  const leftEye = covered(EYE_LEFT);
  const rightEye = covered(EYE_RIGHT);
  return {
    eyes: (leftEye + rightEye) / 2,
    leftEye,
    rightEye,
    nose: covered(NOSE),
    mouth: covered(LIPS),
  };
}

function coveredShare(photo: Raster, outline: Point[], parsing: Parsing, step: number): number {
  const { left, top, right, bottom } = boundsOf(outline);
  let total = 0;
  let skin = 0;
  for (let y = top; y <= bottom; y += step) {
    for (let x = left; x <= right; x += step) {
      if (!insidePolygon(x, y, outline)) continue;
      total++;
      const inPhoto = x >= 0 && y >= 0 && x < photo.width && y < photo.height;
      if (inPhoto && partAt(parsing, x, y) === PART.face) skin++;
    }
  }
  return total < 6 ? 0 : 1 - skin / total;
}

/** Luma of the eye regions against face skin: sunglasses are dark *and* flat, eyes are dark with a bright white. */
export function measureEyes(crop: FaceCrop, skinLuma: number): FaceMeasurements['eyes'] {
  const right = regionLuma(crop, crop.at(EYE_RIGHT));
  const left = regionLuma(crop, crop.at(EYE_LEFT));
  const reference = Math.max(20, skinLuma);
  return {
    luma: (right.mean + left.mean) / 2 / reference,
    spread: Math.min(right.deviation, left.deviation) / reference,
  };
}

function regionLuma(crop: FaceCrop, outline: Point[]): { mean: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  let count = 0;
  const { left, top, right, bottom } = boundsOf(outline);
  for (let y = Math.max(0, Math.floor(top)); y <= Math.min(CROP_SIDE - 1, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x <= Math.min(CROP_SIDE - 1, right); x++) {
      if (!insidePolygon(x, y, outline)) continue;
      const v = crop.luma[y * CROP_SIDE + x] as number;
      sum += v;
      squares += v * v;
      count++;
    }
  }
  const n = Math.max(1, count);
  return { mean: sum / n, deviation: Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2)) };
}
