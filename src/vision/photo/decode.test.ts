import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePhoto } from '@/vision/photo/decode';
import { restrictLoaders } from '@/vision/photo/loaders';
import { VisionError } from '@/vision/vision-error';
import {
  brokenProfileJpeg,
  commentedJpeg,
  fourColours,
  gradient,
  HTML_TAIL,
  pngBomb,
  polyglotJpeg,
  refusedTypes,
} from '../../../tests/fixtures/hostile';

const fixture = (name: string) => readFileSync(path.join(process.cwd(), 'tests', 'fixtures', name));

async function codeOf(bytes: Buffer): Promise<string> {
  const error = await decodePhoto(bytes).catch((reason: unknown) => reason);
  return error instanceof VisionError ? error.code : 'accepted';
}

/** Mean colour of the top left quarter of a JPEG. */
async function topLeft(jpeg: Buffer): Promise<number[]> {
  const { width, height } = await sharp(jpeg).metadata();
  const area = { left: 0, top: 0, width: Math.floor(width / 2) - 4, height: Math.floor(height / 2) - 4 };
  const { channels } = await sharp(await sharp(jpeg).extract(area).toBuffer()).stats();
  return channels.map((channel) => Math.round(channel.mean));
}

const refused: Record<string, Buffer> = {};

beforeAll(async () => {
  Object.assign(refused, await refusedTypes());
  restrictLoaders();
});

describe('what is refused', () => {
  it('every other type, by content', async () => {
    for (const [name, bytes] of Object.entries(refused)) {
      expect(`${name}: ${await codeOf(bytes)}`).toBe(`${name}: unsupported_type`);
    }
  });

  it('a decompression bomb, without decoding it', async () => {
    const bomb = pngBomb();
    expect(bomb.length).toBeLessThan(64 * 1024);
    const before = process.memoryUsage().rss;
    expect(await codeOf(bomb)).toBe('too_large');
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2);
  });

  it('more than 25 MB', async () => {
    const jpeg = await gradient(64, 48).jpeg().toBuffer();
    expect(await codeOf(Buffer.concat([jpeg, Buffer.alloc(25 * 1024 ** 2)]))).toBe('too_large');
  });

  it('truncated files of every format', async () => {
    const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.6));
    expect(await codeOf(cut(fixture('selfies/fezbot/3.jpg')))).toBe('corrupt');
    expect(await codeOf(cut(fixture('photos/portrait.png')))).toBe('corrupt');
    expect(await codeOf(cut(fixture('photos/portrait.webp')))).toBe('corrupt');
    expect(await codeOf(cut(fixture('photos/portrait.heic')))).toBe('corrupt');
    expect(await codeOf(fixture('photos/portrait.heic').subarray(0, 64))).toBe('corrupt');
    expect(await codeOf(Buffer.from([0xff, 0xd8, 0xff]))).toBe('corrupt');
  });
});

describe('what is accepted', () => {
  it('all four formats, whatever they are called', async () => {
    expect((await decodePhoto(fixture('photos/portrait.png'))).sourceFormat).toBe('png');
    expect((await decodePhoto(fixture('photos/portrait.webp'))).sourceFormat).toBe('webp');
    const heic = await decodePhoto(fixture('photos/portrait.heic'));
    expect(heic).toMatchObject({ sourceFormat: 'heic', width: 900, height: 961 });
    const jpeg = await decodePhoto(fixture('selfies/fezbot/1.jpg'));
    expect(jpeg.sourceFormat).toBe('jpeg');
    expect(Math.max(...Object.values(await sizeOf(jpeg.thumbnail)))).toBe(480);
  });

  it('the first image of a HEIC with several', async () => {
    const { jpeg, width, height } = await decodePhoto(fixture('photos/two-images.heic'));
    expect([width, height]).toEqual([160, 128]);
    const [r = 255, , b = 0] = await topLeft(jpeg);
    expect([r < 80, b > 150]).toEqual([true, true]);
  });

  it('a HEIC in the colours that its profile says', async () => {
    const [r = 0, g = 0, b = 0] = await topLeft((await decodePhoto(fixture('photos/wide-gamut.heic'))).jpeg);
    expect(Math.max(Math.abs(r - 0xd0), Math.abs(g - 0x80), Math.abs(b - 0x60))).toBeLessThanOrEqual(3);
    const damaged = fixture('photos/wide-gamut.heic');
    damaged.fill(0x55, damaged.indexOf('acsp'), damaged.indexOf('acsp') + 300);
    expect((await decodePhoto(damaged)).sourceFormat).toBe('heic');
  });

  it('nothing of a polyglot but its picture', async () => {
    for (const bytes of [await polyglotJpeg(), await commentedJpeg()]) {
      const { jpeg } = await decodePhoto(bytes);
      expect(jpeg.includes(HTML_TAIL.slice(0, 20))).toBe(false);
      expect(jpeg.includes('PK\u0003\u0004')).toBe(false);
      expect(jpeg.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    }
  });

  it('applies every EXIF orientation once', async () => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const stored = await undoOrientation(orientation);
      const { jpeg, width, height } = await decodePhoto(stored);
      expect([orientation, width, height]).toEqual([orientation, 96, 64]);
      const [r = 0, g = 0, b = 0] = await topLeft(jpeg);
      expect(r).toBeGreaterThan(240);
      expect(Math.max(g, b)).toBeLessThan(15);
      expect((await sharp(jpeg).metadata()).orientation).toBeUndefined();
    }
  });

  it('forgets GPS, camera and profile', async () => {
    const source = fixture('photos/sideways-gps.jpg');
    expect((await sharp(source).metadata()).exif?.includes('Fixture')).toBe(true);
    const { jpeg, thumbnail, width, height } = await decodePhoto(source);
    expect([width, height]).toEqual([900, 961]);
    for (const file of [jpeg, thumbnail]) {
      const { exif, icc, xmp, iptc } = await sharp(file).metadata();
      expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  it('CMYK, 16 bits, grey, transparent and damaged profiles come out as plain sRGB', async () => {
    const odd = {
      cmyk: await gradient(96, 64).toColourspace('cmyk').jpeg().toBuffer(),
      '16 bit': await gradient(96, 64).toColourspace('rgb16').png().toBuffer(),
      grey: await gradient(96, 64).greyscale().png().toBuffer(),
      alpha: await gradient(96, 64).ensureAlpha(0.2).png().toBuffer(),
      'damaged profile': await brokenProfileJpeg(),
    };
    for (const [name, bytes] of Object.entries(odd)) {
      const { jpeg } = await decodePhoto(bytes);
      const { format, space, channels, depth, hasAlpha } = await sharp(jpeg).metadata();
      expect({ name, format, space, channels, depth, hasAlpha }).toEqual({
        name,
        format: 'jpeg',
        space: 'srgb',
        channels: 3,
        depth: 'uchar',
        hasAlpha: false,
      });
    }
  });

  it('keeps colours when it converts from CMYK', async () => {
    const cmyk = await fourColours(96, 64).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    const [r = 0, g = 0] = await topLeft((await decodePhoto(cmyk)).jpeg);
    expect(r).toBeGreaterThan(180);
    expect(g).toBeLessThan(70);
  });

  it('single pixels and thin strips, and makes large photos smaller', async () => {
    const dot = await decodePhoto(await gradient(1, 1).png().toBuffer());
    expect([dot.width, dot.height]).toEqual([1, 1]);
    const strip = await decodePhoto(await gradient(1, 20_000).png().toBuffer());
    expect([strip.width, strip.height]).toEqual([1, 4096]);
    const large = await decodePhoto(await gradient(6000, 3000).jpeg({ quality: 40 }).toBuffer());
    expect([large.width, large.height]).toEqual([4096, 2048]);
  });
});

async function sizeOf(image: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(image).metadata();
  return { width, height };
}

/** A JPEG that shows red at the top left of 96 × 64 px once a viewer has applied its orientation. */
async function undoOrientation(orientation: number): Promise<Buffer> {
  const upright = await fourColours(96, 64).png().toBuffer();
  const quarter = { 5: 90, 6: 270, 7: 270, 8: 90 }[orientation] ?? 0;
  const turned = await sharp(upright)
    .rotate(orientation === 3 ? 180 : quarter)
    .png()
    .toBuffer();
  const mirrored = sharp(turned)
    .flop([2, 5, 7].includes(orientation))
    .flip(orientation === 4);
  return sharp(await mirrored.png().toBuffer())
    .jpeg({ quality: 95 })
    .withMetadata({ orientation })
    .toBuffer();
}
