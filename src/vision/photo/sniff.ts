import type { SourceFormat } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';

/** Only still pictures in HEVC; AVIF shares the container but is not accepted. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'mif1']);
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The format by content, never by name or header. Throws `unsupported_type` for everything else (SVG, GIF, TIFF,
 * PDF, HTML, nothing at all) and for animations, of which a single frame would be a guess.
 */
export function sniffFormat(bytes: Buffer): SourceFormat {
  if (bytes.length >= 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return refuseAnimated('png', isAnimatedPng(bytes));
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') {
    return refuseAnimated('webp', isAnimatedWebp(bytes));
  }
  if (ascii(bytes, 4, 8) === 'ftyp' && isStillHeic(bytes)) return 'heic';
  throw new VisionError('unsupported_type', 'Not a JPEG, PNG, WebP or HEIC photo.');
}

function refuseAnimated(format: SourceFormat, animated: boolean): SourceFormat {
  if (animated) throw new VisionError('unsupported_type', `An animated ${format} is not a photo.`);
  return format;
}

function ascii(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, to);
}

function isAnimatedWebp(bytes: Buffer): boolean {
  return ascii(bytes, 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
}

/** An `acTL` chunk before the image data makes a PNG an animation. */
function isAnimatedPng(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; ) {
    const type = ascii(bytes, at + 4, at + 8);
    if (type === 'acTL') return true;
    if (type === 'IDAT' || type === 'IEND') return false;
    at += 12 + bytes.readUInt32BE(at);
  }
  return false;
}

function isStillHeic(bytes: Buffer): boolean {
  if (bytes.length < 16) return false;
  const end = Math.min(bytes.readUInt32BE(0), bytes.length);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(bytes, at, at + 4));
  return HEIC_BRANDS.has(brands[0] ?? '') && !brands.includes('avif');
}
