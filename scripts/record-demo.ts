/**
 * `npm run record-demo`: draws the demo team's pictures by the product's code and notes what it measured, into
 * `src/features/demo/recorded`. The demo opens with them at once; what is made in it afterwards is made for real.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MEMBER, OTHERS, OWNER } from '@/features/demo/cast';
import type { Recorded, RecordedPhoto, RecordedPicture } from '@/features/demo/recorded-files';
import { cosine } from '@/vision/face/similarity';
import { createVisionClient } from '@/vision/process/client';
import type { VisionClient } from '@/vision/types';
import { recipeOf } from '../tests/support/style-seeds';
import { type Person, readPortrait } from './portraits';

const PHOTOS = 8;
/** Of the first picture; the others follow. */
const SEED = 3;

const folder = path.join(process.cwd(), 'src', 'features', 'demo', 'recorded');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

async function main(vision: VisionClient): Promise<void> {
  const pictures: RecordedPicture[] = [];
  for (const { portrait, shoots } of [OWNER, MEMBER, ...OTHERS])
    for (const { style, accepted } of shoots)
      if (portrait) pictures.push(...(await draw(vision, portrait, style, accepted)));
  const recorded: Recorded = { pictures, photos: await photos(vision) };
  writeFileSync(path.join(folder, 'recorded.json'), `${JSON.stringify(recorded, null, 1)}\n`);
}

async function draw(
  vision: VisionClient,
  person: Person,
  style: string,
  count: number,
): Promise<RecordedPicture[]> {
  const { jpeg, embedding } = await vision.preparePhoto(readPortrait(person));
  if (!embedding) throw new Error(`${person} shows no face.`);
  const drawn: RecordedPicture[] = [];
  for (let number = 1; number <= count; number += 1) {
    const picture = await vision.drawPicture({
      jpeg,
      recipe: recipeOf(style),
      aspect: '4:5',
      shortSide: 1024,
      seed: SEED + number,
      generationId: 'gen_recorded',
    });
    const file = `${person}-${style}-${number}.jpg`;
    writeFileSync(path.join(folder, file), picture.jpeg);
    const { width, height, composition } = picture;
    drawn.push({ file, width, height, composition, likeness: cosine(picture.embedding, embedding) });
  }
  return drawn;
}

/** The member's selfies as they are after the checks. */
async function photos(vision: VisionClient): Promise<RecordedPhoto[]> {
  const made: RecordedPhoto[] = [];
  for (let at = 1; at <= PHOTOS; at += 1) {
    const source = path.join('tests', 'fixtures', 'selfies', MEMBER.portrait ?? '', `${at}.jpg`);
    const { jpeg, thumbnail, width, height, sha256, measurements, embedding } = await vision.preparePhoto(
      readFileSync(source),
    );
    if (!embedding) throw new Error(`${source} shows no face.`);
    const file = `selfie-${at}.jpg`;
    writeFileSync(path.join(folder, file), jpeg);
    writeFileSync(path.join(folder, `selfie-${at}-thumbnail.jpg`), thumbnail);
    made.push({ file, width, height, sha256, measurements, embedding: [...embedding] });
  }
  return made;
}

const vision = createVisionClient();
try {
  await main(vision);
} finally {
  await vision.close();
}
