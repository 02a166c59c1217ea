import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { DELIVERY_FORMATS, markPicture } from '@/vision/photo/mark';
import { provenanceXmp } from '@/vision/photo/provenance';
import { gradient } from '../../../tests/fixtures/hostile';

const provenance = {
  sourceType: 'algorithmicallyEnhanced',
  creatorTool: 'headcraft studio',
  generationId: 'gen_<1>&"2"',
} as const;

describe('marking pictures', () => {
  it('keeps the mark in every format and size, and nothing else', async () => {
    const stored = await gradient(400, 500)
      .jpeg()
      .withExif({ IFD0: { Make: 'Camera' } })
      .withXmp(provenanceXmp(provenance))
      .toBuffer();
    for (const format of DELIVERY_FORMATS) {
      const delivered = await markPicture(stored, { format, maxWidth: 200, maxHeight: 200 });
      const metadata = await sharp(delivered).metadata();
      expect([metadata.format, metadata.width, metadata.height]).toEqual([format, 160, 200]);
      const xmp = metadata.xmp?.toString('utf8') ?? '';
      expect(xmp).toContain('http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced');
      expect(xmp).toContain('<dc:identifier>gen_&#60;1&#62;&#38;&#34;2&#34;</dc:identifier>');
      expect(metadata.exif?.includes('Camera') ?? false).toBe(false);
    }
  });

  it('marks what an engine delivered without a mark, and refuses to pass it on without one', async () => {
    const bare = await gradient(60, 60).png().toBuffer();
    await expect(markPicture(bare, { format: 'png' })).rejects.toThrow('no provenance');
    const marked = await markPicture(bare, {
      format: 'png',
      provenance: { ...provenance, sourceType: 'trainedAlgorithmicMedia' },
    });
    expect((await sharp(marked).metadata()).xmp?.toString()).toContain(
      'digitalsourcetype/trainedAlgorithmicMedia',
    );
  });

  it('never enlarges', async () => {
    const stored = await gradient(60, 60).jpeg().withXmp(provenanceXmp(provenance)).toBuffer();
    const { width } = await sharp(await markPicture(stored, { format: 'jpeg', maxWidth: 500 })).metadata();
    expect(width).toBe(60);
  });
});
