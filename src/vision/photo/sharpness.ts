import { gaussianBlur } from '@/vision/image/blur';
import { clamp } from '@/vision/image/scalar';
import { CROP_SIDE, type FaceCrop } from '@/vision/photo/face-crop';

/** Steps in crop pixels: sideways, down, and along both diagonals. */
const DIRECTIONS: readonly (readonly [number, number])[] = [
  [1, 0],
  [1, 1],
  [0, 1],
  [1, -1],
];
/** Of the details that a sharp face shows on average, the least in any direction is .73 to .95; of a smeared one .2 to .7. */
const EVEN = 0.75;

/**
 * Energy of the finest details between brows and mouth ÷ energy of coarse ones. A ratio, so contrast and skin tone
 * cancel out. A camera that moved smears one direction and leaves the others sharp: what is missing there is taken off.
 * Measured: sharp phone photos .5 to .9, visibly blurred ones below .27.
 */
export function faceSharpness(crop: FaceCrop): number {
  const fine = gaussianBlur(crop.luma, CROP_SIDE, CROP_SIDE, 1);
  const middle = gaussianBlur(crop.luma, CROP_SIDE, CROP_SIDE, 2.2);
  const coarse = gaussianBlur(crop.luma, CROP_SIDE, CROP_SIDE, 5);
  const [rightBrow, leftBrow, underLip, rightCorner, leftCorner] = crop.at([105, 334, 17, 33, 263]);
  if (!rightBrow || !leftBrow || !underLip || !rightCorner || !leftCorner) return 0;
  const inside = (v: number) => clamp(Math.floor(v), 2, CROP_SIDE - 3);
  const detail = crop.luma.map((v, i) => v - (fine[i] as number));
  const along = DIRECTIONS.map(() => 0);
  let high = 0;
  let low = 0;
  for (let y = inside(Math.min(rightBrow[1], leftBrow[1])); y < inside(underLip[1]); y++) {
    for (let x = inside(rightCorner[0] - 12); x < inside(leftCorner[0] + 12); x++) {
      const i = y * CROP_SIDE + x;
      const here = detail[i] as number;
      high += here ** 2;
      low += ((middle[i] as number) - (coarse[i] as number)) ** 2;
      for (const [k, [dx, dy]] of DIRECTIONS.entries()) {
        const step = (detail[i + dx + dy * CROP_SIDE] as number) - here;
        along[k] = (along[k] as number) + step ** 2 / (dx * dx + dy * dy);
      }
    }
  }
  return Math.sqrt(high / (low + 1e-6)) * evenness(along);
}

/** 1 where details run in every direction, less the more one of them lacks. */
function evenness(energies: readonly number[]): number {
  const mean = energies.reduce((sum, one) => sum + one, 0) / energies.length;
  const share = Math.sqrt(Math.min(...energies) / (mean + 1e-6));
  return Math.min(1, share / EVEN) ** 2;
}
