/**
 * What the contract tests of AI engines share: a person with real selfies, real vision, and pictures that a vendor may answer with. Made
 * once a test file; the models take seconds.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { vision } from '@/adapters/vision/vision';
import type { FinishedPicture, FinishInput, JobOptions, PreparedPhoto, VisionClient } from '@/vision/types';
import type { SetOptions } from './generations';

const fixture = (name: string) => readFileSync(path.join(process.cwd(), 'tests', 'fixtures', name));

export type Source = 'self' | 'stranger' | 'nobody' | 'two people';

/** Two people side by side, as an engine draws them when it is confused; the fixtures show each alone. */
const SOURCES: Record<Exclude<Source, 'two people'>, string> = {
  self: 'selfies/fezbot/7.jpg',
  stranger: 'portraits/ali-pazani.jpg',
  nobody: 'photos/no-face.jpg',
};

/** A photo set of the person whose pictures `answerWith('self')` shows. */
export async function realSelfies(): Promise<SetOptions> {
  const photos: PreparedPhoto[] = [];
  for (let at = 1; at <= 6; at += 1)
    photos.push(await vision().preparePhoto(fixture(`selfies/fezbot/${at}.jpg`)));
  const photoAt = (at: number): PreparedPhoto => {
    const photo = photos[at];
    if (!photo?.embedding) throw new Error(`Selfie ${at + 1} shows no face.`);
    return photo;
  };
  return {
    count: photos.length,
    measure: (at) => photoAt(at).measurements,
    bytes: (at) => photoAt(at).jpeg,
    embedding: (at) => photoAt(at).embedding as Float32Array,
  };
}

/**
 * From now on a picture that was finished before is not looked at again: vendors answer with the same few, and a look takes a second.
 * Its file names the generation of the first look.
 */
export function finishOnce(): void {
  const real = vision();
  const known = new Map<string, FinishedPicture>();
  const client: VisionClient = Object.create(real, {
    finishPicture: {
      value: async (input: FinishInput, options?: JobOptions) => {
        const key = fingerprint(input);
        const finished = known.get(key) ?? (await real.finishPicture(input, options));
        known.set(key, finished);
        return finished;
      },
    },
  });
  (globalThis as { headcraftVision?: VisionClient }).headcraftVision = client;
}

function fingerprint({ image, beside, aspect, shortSide }: FinishInput): string {
  const hash = createHash('sha256').update(image);
  if (beside) hash.update(beside);
  return `${hash.digest('hex')} ${aspect} ${shortSide}`;
}

const cache = new Map<string, Promise<Buffer>>();

/** A PNG of the wanted size. Another `shade` is another picture of the same. */
export function pictureFrom(source: Source, width: number, height: number, shade = 0): Promise<Buffer> {
  const key = `${source} ${width} ${height} ${shade}`;
  const made = cache.get(key) ?? render(source, width, height, shade);
  cache.set(key, made);
  return made;
}

async function render(source: Source, width: number, height: number, shade: number): Promise<Buffer> {
  const cover = (name: string, part: number) =>
    sharp(fixture(name)).resize({ width: part, height, fit: 'cover', position: 'top' }).toBuffer();
  if (source !== 'two people')
    return sharp(await cover(SOURCES[source], width))
      .modulate({ brightness: 1 + shade / 100 })
      .png({ compressionLevel: 1 })
      .toBuffer();
  const half = Math.floor(width / 2);
  return sharp({ create: { width, height, channels: 3, background: '#999' } })
    .composite([
      { input: await cover('selfies/fezbot/7.jpg', half), left: 0, top: 0 },
      { input: await cover('selfies/team-4/1.jpg', half), left: half, top: 0 },
    ])
    .png({ compressionLevel: 1 })
    .toBuffer();
}
