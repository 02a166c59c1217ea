import sharp from 'sharp';

/** A smaller JPEG of one of our own working photos (sides in px), without metadata: no more leaves than is needed. */
export function shrinkPhoto(jpeg: Uint8Array, longSide: number): Promise<Buffer> {
  return sharp(jpeg, { failOn: 'error' })
    .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
