import sharp from 'sharp';

/**
 * Leaves the imaging library three decoders and no file access: JPEG, PNG and WebP from memory. Everything else it
 * could read (SVG, GIF, TIFF, PDF …) is attack surface. For the whole process, so only the vision process calls it.
 */
export function restrictLoaders(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  sharp.cache(false);
}
