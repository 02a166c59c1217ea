import { PART, type Parsing, partAt } from '@/vision/face/parsing';
import { applyAffine } from '@/vision/image/affine';
import { CROP_SIDE, type FaceCrop } from '@/vision/photo/face-crop';

export interface SkinLight {
  luma: number;
  dark: number;
  clipped: number;
  asymmetry: number;
}

/** How light falls on the face, over parsed skin only, so that beards, hair and background do not count. */
export function skinLight(crop: FaceCrop, parsing: Parsing): SkinLight {
  const [noseTip, noseRoot, chin] = crop.at([1, 168, 152]);
  const middle = ((noseTip?.[0] ?? 0) + (noseRoot?.[0] ?? 0) + (chin?.[0] ?? 0)) / 3;
  let count = 0;
  let sum = 0;
  let dark = 0;
  let clipped = 0;
  const right = { sum: 0, count: 0 };
  const left = { sum: 0, count: 0 };
  for (let y = 0; y < CROP_SIDE; y += 2) {
    for (let x = 0; x < CROP_SIDE; x += 2) {
      const i = y * CROP_SIDE + x;
      if (!crop.oval[i]) continue;
      const [px, py] = applyAffine(crop.toPhoto, [x, y]);
      if (partAt(parsing, px, py) !== PART.face) continue;
      const v = crop.luma[i] as number;
      sum += v;
      count++;
      if (v < 25) dark++;
      if (v > 225 && Math.max(...crop.colours.subarray(i * 3, i * 3 + 3)) > 252) clipped++;
      const side = x < middle - 12 ? right : x > middle + 12 ? left : undefined;
      if (side) {
        side.sum += v;
        side.count++;
      }
    }
  }
  const n = Math.max(1, count);
  const luma = sum / n;
  const difference = Math.abs(right.sum / Math.max(1, right.count) - left.sum / Math.max(1, left.count));
  return { luma, dark: dark / n, clipped: clipped / n, asymmetry: difference / Math.max(20, luma) };
}
