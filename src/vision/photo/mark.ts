import sharp, { type Sharp } from 'sharp';
import { type Provenance, provenanceXmp } from '@/vision/photo/provenance';
import { visibleMark } from '@/vision/photo/visible-mark';

export const DELIVERY_FORMATS = ['jpeg', 'png', 'webp'] as const;
export type DeliveryFormat = (typeof DELIVERY_FORMATS)[number];

export interface MarkOptions {
  format: DeliveryFormat;
  /** Largest width and height in px; never enlarged. */
  maxWidth?: number;
  maxHeight?: number;
  /** Cuts the largest square out of it first, the eyes (a fraction of the height) a little above its middle. */
  square?: { eyeLine: number };
  /** Of JPEG and WebP, 1–100. Default 92: a picture people keep. */
  quality?: number;
  /** Replaces what the picture says about itself (engines that deliver no mark); otherwise its XMP is kept. */
  provenance?: Provenance;
  /** Puts the wordmark into the corner, for everybody to see. */
  visible?: boolean;
}

/**
 * Re-encodes a stored picture for delivery, with its provenance and nothing else: no EXIF, GPS or camera data.
 * For pictures of our own only, not for uploads. Throws when the picture carries no mark and none is given.
 */
export async function markPicture(picture: Uint8Array, options: MarkOptions): Promise<Buffer> {
  const image = sharp(picture, { failOn: 'error' });
  const { xmp: packet, autoOrient } = await image.metadata();
  const kept = packet?.toString('utf8');
  const xmp = options.provenance ? provenanceXmp(options.provenance) : kept;
  if (!xmp) throw new Error('The picture carries no provenance mark.');
  const { maxWidth, maxHeight, square } = options;
  const part = square ? squareOf(autoOrient, square.eyeLine) : null;
  const upright = image.autoOrient();
  const sized = (part ? upright.extract(part) : upright)
    .toColourspace('srgb')
    .resize({ width: maxWidth, height: maxHeight, fit: 'inside', withoutEnlargement: true });
  const marked = options.visible
    ? sized.composite([await visibleMark(sizeWithin(part ?? autoOrient, options))])
    : sized;
  return encode(marked, options).withXmp(xmp).toBuffer();
}

/** In a square the eyes lie at this fraction of its height. */
const EYES_IN_SQUARE = 0.44;

function squareOf({ width, height }: { width: number; height: number }, eyeLine: number) {
  const side = Math.min(width, height);
  const top = Math.round(eyeLine * height - EYES_IN_SQUARE * side);
  return {
    left: Math.round((width - side) / 2),
    top: Math.min(height - side, Math.max(0, top)),
    width: side,
    height: side,
  };
}

/** What `resize` with `fit: 'inside'` makes of it: sharp puts the mark on afterwards. */
function sizeWithin(
  { width, height }: { width: number; height: number },
  { maxWidth = width, maxHeight = height }: MarkOptions,
): { width: number; height: number } {
  const scale = Math.min(1, maxWidth / width, maxHeight / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function encode(image: Sharp, { format, quality = 92 }: MarkOptions): Sharp {
  if (format === 'png') return image.png({ compressionLevel: 9 });
  if (format === 'webp') return image.webp({ quality, smartSubsample: true });
  // JPEG knows no transparency: a cut-out stands on white.
  return image.flatten({ background: '#ffffff' }).jpeg({ quality, chromaSubsampling: '4:4:4' });
}
