/**
 * `npm run examples`: the site's own pictures in public/examples, drawn by the product's code from the licensed portraits: one a style
 * for where styles are chosen, one a style for the front page, and those of the front page's stories.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { planesToRaster, rasterToSharp } from '@/vision/image/raster';
import { warpForPicture } from '@/vision/image/warp';
import { markPicture } from '@/vision/photo/mark';
import { createVisionClient } from '@/vision/process/client';
import { analysePhoto } from '@/vision/studio/analysis-cache';
import { composeFrame, frameSize } from '@/vision/studio/composition';
import type { VisionClient } from '@/vision/types';
import { recipeOf, STYLE_SEEDS } from '../tests/support/style-seeds';
import { PEOPLE, type Person, readPortrait } from './portraits';

/** Where a style is chosen, one face shows them all: the style is compared, not the person. `public/examples/<style>.webp`. */
const STYLE_FACE: Person = 'fezbot';
const STYLE_WIDTH = 480;

/** Who shows a style on the front page, and the seed that suits; `public/examples/<person>-<style>.webp`. */
const FRONT: Record<string, [Person, number]> = {
  corporate: ['christian', 2],
  linkedin: ['fezbot', 2],
  'casual-professional': ['team-4', 3],
  creative: ['ali-pazani', 3],
  tech: ['christian', 3],
  actor: ['team-4', 2],
  model: ['fezbot', 4],
  medical: ['team-4', 1],
  legal: ['fezbot', 5],
  executive: ['ali-pazani', 6],
  editorial: ['christian', 2],
  cinematic: ['team-4', 4],
};
const FRONT_WIDTH = 400;

/** Pictures of the front page's stories. */
const STORIES: readonly { name: string; person: Person; style: string; seed: number; width: number }[] = [
  { name: 'fezbot-corporate', person: 'fezbot', style: 'corporate', seed: 4, width: 928 },
  { name: 'fezbot-corporate-2', person: 'fezbot', style: 'corporate', seed: 9, width: 640 },
];

/** Seeds of the examples where styles are chosen; 1 for all others. */
const SEEDS: Record<string, number> = { corporate: 4, linkedin: 2, executive: 6, cinematic: 3 };

const folder = path.join(process.cwd(), 'public', 'examples');
mkdirSync(folder, { recursive: true });

async function main(vision: VisionClient): Promise<void> {
  for (const person of PEOPLE) {
    const { jpeg } = await vision.preparePhoto(readPortrait(person));
    const draw = async (style: string, seed: number): Promise<Uint8Array> => {
      const generationId = `example_${person}`;
      const recipe = recipeOf(style);
      const size = { aspect: '4:5', shortSide: 1024 } as const;
      return (await vision.drawPicture({ jpeg, recipe, seed, ...size, generationId })).jpeg;
    };
    for (const { name, style, seed, width } of STORIES.filter((story) => story.person === person))
      await write(`${name}.jpg`, await draw(style, seed), { format: 'jpeg', maxWidth: width, quality: 80 });
    for (const { id } of STYLE_SEEDS) {
      const [face, seed] = FRONT[id] ?? [STYLE_FACE, 1];
      if (person === STYLE_FACE)
        await write(`${id}.webp`, await draw(id, SEEDS[id] ?? 1), {
          format: 'webp',
          maxWidth: STYLE_WIDTH,
          quality: 78,
        });
      if (person === face)
        await write(`${person}-${id}.webp`, await draw(id, seed), {
          format: 'webp',
          maxWidth: FRONT_WIDTH,
          quality: 78,
        });
    }
  }
  await before();
  await selfies();
}

async function write(
  name: string,
  picture: Uint8Array,
  as: { format: 'jpeg' | 'webp'; maxWidth: number; quality: number },
): Promise<void> {
  writeFileSync(path.join(folder, name), await markPicture(picture, as));
}

/** The photo of the before/after pair, through the same frame as the picture, so that the face stays in place. */
async function before(): Promise<void> {
  const { pyramid, mesh } = await analysePhoto(readPortrait('fezbot'));
  const size = frameSize('4:5', 928);
  const planes = warpForPicture(pyramid, composeFrame(mesh, '4:5', size), size.width, size.height);
  await rasterToSharp(planesToRaster(planes, size.width, size.height))
    .jpeg({ quality: 78 })
    .toFile(path.join(folder, 'fezbot-before.jpg'));
}

async function selfies(): Promise<void> {
  for (const [i, selfie] of [1, 2, 5, 6].entries()) {
    const file = path.join(process.cwd(), 'tests', 'fixtures', 'selfies', 'fezbot', `${selfie}.jpg`);
    await sharp(readFileSync(file))
      .resize(320, 400, { fit: 'cover', position: 'top' })
      .jpeg({ quality: 80 })
      .toFile(path.join(folder, `fezbot-selfie-${i + 1}.jpg`));
  }
}

const vision = createVisionClient();
try {
  await main(vision);
} finally {
  await vision.close();
}
