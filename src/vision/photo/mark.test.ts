import sharp, { type Sharp } from 'sharp';
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

  it('puts the wordmark into the lower right corner when asked, and nowhere else', async () => {
    const stored = await flat(400, 500).jpeg().withXmp(provenanceXmp(provenance)).toBuffer();
    for (const format of DELIVERY_FORMATS) {
      const marked = await markPicture(stored, { format, visible: true });
      const { width, height, xmp } = await sharp(marked).metadata();
      expect([width, height]).toEqual([400, 500]);
      expect(xmp?.toString()).toContain('algorithmicallyEnhanced');
      const corner = { left: 300, top: 460, width: 100, height: 40 };
      expect(await contrast(sharp(marked).extract(corner))).toBeGreaterThan(100);
      const rest = { left: 0, top: 0, width: 400, height: 440 };
      expect(await contrast(sharp(marked).extract(rest))).toBeLessThan(10);
    }
    const small = await markPicture(stored, { format: 'webp', visible: true, maxWidth: 100, maxHeight: 100 });
    expect(await contrast(sharp(small))).toBeGreaterThan(100);
  });

  it('cuts the square around the face, and never outside the picture', async () => {
    // Black above the middle, white below it.
    const white = { input: await flat(400, 250, '#ffffff').png().toBuffer(), left: 0, top: 250 };
    const stored = await flat(400, 500, '#000000')
      .composite([white])
      .jpeg()
      .withXmp(provenanceXmp(provenance))
      .toBuffer();
    const lightness = async (eyeLine: number) => {
      const cut = await markPicture(stored, {
        format: 'png',
        maxWidth: 256,
        maxHeight: 256,
        square: { eyeLine },
      });
      const { width, height, xmp } = await sharp(cut).metadata();
      expect([width, height]).toEqual([256, 256]);
      expect(xmp?.toString()).toContain('algorithmicallyEnhanced');
      const { channels } = await sharp(cut).stats();
      return (channels[0]?.mean ?? 0) / 255;
    };
    expect(await lightness(0)).toBeCloseTo(150 / 400, 1);
    expect(await lightness(0.4)).toBeCloseTo((424 - 250) / 400, 1);
    expect(await lightness(1)).toBeCloseTo(250 / 400, 1);
  });

  it('never enlarges', async () => {
    const stored = await gradient(60, 60).jpeg().withXmp(provenanceXmp(provenance)).toBuffer();
    const { width } = await sharp(await markPicture(stored, { format: 'jpeg', maxWidth: 500 })).metadata();
    expect(width).toBe(60);
  });
});

/** A picture of one grey. */
function flat(width: number, height: number, background = '#8a8a8a') {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** How far the darkest and the lightest place of the picture are apart, 0–255. */
async function contrast(image: Sharp): Promise<number> {
  const { channels } = await sharp(await image.png().toBuffer())
    .greyscale()
    .stats();
  const [grey] = channels;
  return grey ? grey.max - grey.min : 0;
}
