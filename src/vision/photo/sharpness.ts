import { gaussianBlur } from '@/vision/image/blur';
import { clamp } from '@/vision/image/scalar';
import { CROP_SIDE, type FaceCrop } from '@/vision/photo/face-crop';

/**
 * Energy of the finest details between brows and mouth ÷ energy of coarse ones. A ratio, so contrast and skin tone
 * cancel out. Measured: sharp phone photos .5 to .9, visibly blurred ones below .27.
 */
export function faceSharpness(crop: FaceCrop): number {
  const fine = gaussianBlur(crop.luma, CROP_SIDE, CROP_SIDE, 1);
  const middle = gaussianBlur(crop.luma, CROP_SIDE, CROP_SIDE, 2.2);
  const coarse = gaussianBlur(crop.luma, CROP_SIDE, CROP_SIDE, 5);
  const [rightBrow, leftBrow, underLip, rightCorner, leftCorner] = crop.at([105, 334, 17, 33, 263]);
  if (!rightBrow || !leftBrow || !underLip || !rightCorner || !leftCorner) return 0;
  const inside = (v: number) => clamp(Math.floor(v), 2, CROP_SIDE - 3);
  let high = 0;
  let low = 0;
  for (let y = inside(Math.min(rightBrow[1], leftBrow[1])); y < inside(underLip[1]); y++) {
    for (let x = inside(rightCorner[0] - 12); x < inside(leftCorner[0] + 12); x++) {
      const i = y * CROP_SIDE + x;
      high += ((crop.luma[i] as number) - (fine[i] as number)) ** 2;
      low += ((middle[i] as number) - (coarse[i] as number)) ** 2;
    }
  }
  return Math.sqrt(high / (low + 1e-6));
}
