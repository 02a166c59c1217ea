import { createHash } from 'node:crypto';
import { decodeRaster } from '@/vision/image/raster';
import { decodePhoto } from '@/vision/photo/decode';
import { measurePhoto } from '@/vision/photo/measure';
import { photoHash, rememberSeen } from '@/vision/photo/seen-photos';
import type { PreparedPhoto } from '@/vision/types';

/**
 * Takes in one upload. The numbers are measured on the re-encoded working photo, not on the upload, so that the
 * studio later sees exactly the pixels that were judged.
 */
export async function preparePhoto(bytes: Uint8Array): Promise<PreparedPhoto> {
  const upload = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoded = await decodePhoto(upload);
  const { seen, ...measured } = await measurePhoto(await decodeRaster(decoded.jpeg));
  if (seen) rememberSeen(photoHash(decoded.jpeg), seen);
  const sha256 = createHash('sha256').update(upload).digest('hex');
  return { ...decoded, sha256, ...measured };
}
