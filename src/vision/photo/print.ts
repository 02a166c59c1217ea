import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { fingerprintOf } from '@/lib/fingerprint';

export type PicturePrint = { sha256: string; fingerprint: string };

/** What a transparent picture stands on while it is looked at; a browser does the same. */
const BEHIND = '#808080';

/** The prints of one of our own files. */
export async function printOf(picture: Uint8Array): Promise<PicturePrint> {
  const { data, info } = await sharp(picture, { failOn: 'error' })
    .flatten({ background: BEHIND })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    sha256: createHash('sha256').update(picture).digest('hex'),
    fingerprint: fingerprintOf({ data, width: info.width, height: info.height, channels: 3 }),
  };
}
