import decodeHeic from 'heic-decode';
import sharp, { type Sharp } from 'sharp';
import { MAX_PIXELS } from '@/vision/photo/limits';
import { VisionError } from '@/vision/vision-error';

/**
 * Decodes the first image of a HEIC file. The decoder applies the container's rotation itself, so the pixels must not
 * be turned again. Its size is read and bounded before the pixels are. Throws `too_large` or `corrupt`.
 */
export async function openHeic(bytes: Buffer): Promise<Sharp> {
  const images = await decodeHeic.all({ buffer: bytes }).catch(() => {
    throw new VisionError('corrupt', 'The HEIC container cannot be read.');
  });
  try {
    const [first] = images;
    if (!first) throw new VisionError('corrupt', 'The HEIC file holds no image.');
    if (first.width * first.height > MAX_PIXELS)
      throw new VisionError('too_large', 'More than 64 megapixels.');
    const { data, width, height } = await first.decode().catch(() => {
      throw new VisionError('corrupt', 'The HEIC image cannot be decoded.');
    });
    return sharp(data, { raw: { width, height, channels: 4 } });
  } finally {
    images.dispose();
  }
}
