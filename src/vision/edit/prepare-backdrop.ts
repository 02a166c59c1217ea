import sharp from 'sharp';
import type { PreparedBackdrop } from '@/vision/edit-types';
import { decodePhoto } from '@/vision/photo/decode';
import { shrinkPhoto } from '@/vision/photo/shrink';
import { VisionError } from '@/vision/vision-error';

/** Px: as much as the largest picture of ours shows of it, and as little as still fills a small one. */
const LONG_SIDE = 3072;
const SHORT_SIDE = 600;
/** Of the square that stands for it. */
const SWATCH = 160;

/**
 * Takes in a picture that shall lie behind somebody, by the same door as a selfie: by content, with a pixel limit, made anew. Throws
 * `unsupported_type`, `too_large`, `corrupt`, and `too_small` when it would have to be blown up.
 */
export async function prepareBackdrop(bytes: Uint8Array): Promise<PreparedBackdrop> {
  const decoded = await decodePhoto(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const jpeg = await shrinkPhoto(decoded.jpeg, LONG_SIDE);
  const { width, height } = await sharp(jpeg).metadata();
  if (Math.min(width, height) < SHORT_SIDE) throw new VisionError('too_small', `${width} × ${height} px.`);
  const swatch = await sharp(decoded.thumbnail)
    .resize({ width: SWATCH, height: SWATCH, fit: 'cover' })
    .jpeg({ quality: 80 })
    .toBuffer();
  return { jpeg, swatch, width, height };
}
