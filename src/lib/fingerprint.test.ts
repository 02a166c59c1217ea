import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  fingerprintBands,
  fingerprintDistance,
  fingerprintOf,
  isTelling,
  type Pixels,
  SAME_PICTURE,
} from './fingerprint';

/** Pictures that the product made, and selfies that it made them of. */
const example = (name: string) => sharp(`public/examples/${name}`);

async function print(picture: Sharp): Promise<string> {
  const { data, info } = await sharp(await picture.toBuffer())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return fingerprintOf({ data, width: info.width, height: info.height, channels: 3 });
}

describe('a copy is known', () => {
  test.each([
    ['at half the size', (picture: Sharp) => picture.resize(320).jpeg()],
    ['as a poor JPEG', (picture: Sharp) => picture.jpeg({ quality: 40 })],
    ['as WebP', (picture: Sharp) => picture.webp({ quality: 60 })],
    ['a little brighter', (picture: Sharp) => picture.modulate({ brightness: 1.06 }).png()],
  ])('%s', async (_, change) => {
    for (const name of ['christian-corporate.webp', 'team-4-medical.webp']) {
      const [own, copy] = [await print(example(name)), await print(change(example(name)))];
      expect(fingerprintDistance(own, copy)).toBeLessThanOrEqual(SAME_PICTURE);
      const bands = new Set(fingerprintBands(own));
      expect(fingerprintBands(copy).some((band) => bands.has(band))).toBe(true);
    }
  });
});

test.each([
  ['the selfie it was made of', 'fezbot-before-928.webp', 'fezbot-corporate-928.webp'],
  ['another person in the same style', 'fezbot-corporate-928.webp', 'christian-corporate.webp'],
  ['another style of the same person', 'team-4-medical.webp', 'team-4-actor.webp'],
])('%s is another picture', async (_, one, other) => {
  const distance = fingerprintDistance(await print(example(one)), await print(example(other)));
  expect(distance).toBeGreaterThan(2 * SAME_PICTURE);
});

test('with and without an alpha channel it is the same', async () => {
  const { data, info } = await example('creative.webp')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels: Pixels = { data, width: info.width, height: info.height, channels: 4 };
  expect(fingerprintOf(pixels)).toBe(await print(example('creative.webp').png()));
});

test('a plain surface tells nothing', () => {
  const plain = fingerprintOf({
    data: new Uint8Array(32 * 32 * 3).fill(90),
    width: 32,
    height: 32,
    channels: 3,
  });
  expect(isTelling(plain)).toBe(false);
});
