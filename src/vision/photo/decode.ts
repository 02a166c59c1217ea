import sharp, { type Sharp } from 'sharp';
import { openHeic } from '@/vision/photo/heic';
import { heicProfile, withProfile } from '@/vision/photo/heic-profile';
import { MAX_BYTES, MAX_PIXELS, THUMBNAIL_SIDE, WORKING_SIDE } from '@/vision/photo/limits';
import { sniffFormat } from '@/vision/photo/sniff';
import type { SourceFormat } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';

export interface DecodedPhoto {
  jpeg: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
  sourceFormat: SourceFormat;
}

/**
 * Turns an upload into a new JPEG of our own: upright once, sRGB, without alpha, metadata or anything appended to it.
 * Throws `unsupported_type`, `too_large` or `corrupt`.
 */
export async function decodePhoto(bytes: Buffer): Promise<DecodedPhoto> {
  const { pixels, sourceFormat } = await openPhoto(bytes);
  const { data, info } = await pixels
    .clone()
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  const thumbnail = await pixels
    .clone()
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer();
  return { jpeg: data, thumbnail, width: info.width, height: info.height, sourceFormat };
}

export interface OpenedPhoto {
  /** Raw and in memory: `clone` it for each use. */
  pixels: Sharp;
  width: number;
  height: number;
  sourceFormat: SourceFormat;
}

/** The same door without the new JPEG, for pixels that are used at once. Throws what `decodePhoto` throws. */
export async function openPhoto(bytes: Buffer): Promise<OpenedPhoto> {
  if (bytes.length > MAX_BYTES) throw new VisionError('too_large', 'More than 25 MB.');
  const sourceFormat = sniffFormat(bytes);
  const opened = sourceFormat === 'heic' ? await decodeHeic(bytes) : await decodeByLibrary(bytes);
  return { ...opened, sourceFormat };
}

async function decodeHeic(bytes: Buffer): Promise<Pixels> {
  const decoded = await decodePixels(await openHeic(bytes));
  const profile = heicProfile(bytes);
  if (!profile) return decoded;
  // A damaged profile must not cost a good photo.
  return decodePixels(await withProfile(decoded.pixels, profile)).catch(() => decoded);
}

async function decodeByLibrary(bytes: Buffer): Promise<Pixels> {
  const open = (ignoreIcc: boolean) =>
    sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, ignoreIcc, pages: 1 });
  const { width, height } = await open(false)
    .metadata()
    .catch((error: unknown) => {
      throw undecodable(error);
    });
  if (width * height > MAX_PIXELS) throw new VisionError('too_large', 'More than 64 megapixels.');
  try {
    return await decodePixels(open(false).autoOrient());
  } catch {
    // A damaged colour profile must not cost a good photo; damaged pixels fail here again.
    return decodePixels(open(true).autoOrient());
  }
}

type Pixels = Pick<OpenedPhoto, 'pixels' | 'width' | 'height'>;

/** Decodes once into memory, at working size, so that picture and thumbnail share the work. */
async function decodePixels(source: Sharp): Promise<Pixels> {
  const { data, info } = await source
    .resize({ width: WORKING_SIDE, height: WORKING_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#808080' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw undecodable(error);
    });
  const { width, height, channels } = info;
  return { pixels: sharp(data, { raw: { width, height, channels } }), width, height };
}

/** The library names its pixel limit only in the message, and already while it reads the header. */
function undecodable(error: unknown): VisionError {
  const tooLarge = error instanceof Error && error.message.includes('pixel limit');
  return new VisionError(tooLarge ? 'too_large' : 'corrupt', 'The picture cannot be decoded.');
}
