import { type Raster, rasterToSharp } from '@/vision/image/raster';

/** Difference hash: 64 bits, one for each of 8×8 neighbours that get darker to the right. 16 hex digits. */
export async function differenceHash(raster: Raster): Promise<string> {
  const grey = await rasterToSharp(raster)
    .greyscale()
    .resize(9, 8, { fit: 'fill', kernel: 'lanczos3' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  let hash = '';
  for (let y = 0; y < 8; y++) {
    let byte = 0;
    for (let x = 0; x < 8; x++) {
      const darker = (grey[y * 9 + x] as number) > (grey[y * 9 + x + 1] as number);
      byte = (byte << 1) | (darker ? 1 : 0);
    }
    hash += byte.toString(16).padStart(2, '0');
  }
  return hash;
}
