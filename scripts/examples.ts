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

/** Who shows a style on the public pages, and the seed that suits; `public/examples/<person>-<style>.webp`. */
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
/** Twice the width of a card. */
const FRONT_WIDTH = 544;

/** Everybody in one style and one seed, as on a team's page; `public/examples/team-<person>.webp`. */
const TEAM = { style: 'corporate', seed: 2, width: 512 } as const;

/** The front page's pair, as wide as it is shown and twice that, and what its steps show small. */
const PAIR_WIDTHS = [464, 928] as const;
const SMALL_WIDTH = 200;
const STORIES: readonly {
  name: string;
  person: Person;
  style: string;
  seed: number;
  widths: readonly number[];
}[] = [
  {
    name: 'fezbot-corporate',
    person: 'fezbot',
    style: 'corporate',
    seed: 4,
    widths: [...PAIR_WIDTHS, SMALL_WIDTH],
  },
  { name: 'fezbot-corporate-2', person: 'fezbot', style: 'corporate', seed: 9, widths: [SMALL_WIDTH] },
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
      const { jpeg: drawn, composition } = await vision.drawPicture({
        jpeg,
        recipe,
        seed,
        ...size,
        generationId,
      });
      console.log(
        `${person}, ${style}: eyes at ${composition?.eyeLine.toFixed(3)}, head ${composition?.headHeight.toFixed(3)}`,
      );
      return drawn;
    };
    for (const { name, style, seed, widths } of STORIES.filter((story) => story.person === person)) {
      const picture = await draw(style, seed);
      for (const width of widths) await write(`${name}-${width}`, picture, width);
    }
    await write(`team-${person}`, await draw(TEAM.style, TEAM.seed), TEAM.width);
    for (const { id } of STYLE_SEEDS) {
      const [face, seed] = FRONT[id] ?? [STYLE_FACE, 1];
      if (person === STYLE_FACE) await write(id, await draw(id, SEEDS[id] ?? 1), STYLE_WIDTH);
      if (person === face) await write(`${person}-${id}`, await draw(id, seed), FRONT_WIDTH);
    }
  }
  await before();
  await selfies();
}

async function write(name: string, picture: Uint8Array, maxWidth: number): Promise<void> {
  const file = await markPicture(picture, { format: 'webp', maxWidth, quality: 78 });
  writeFileSync(path.join(folder, `${name}.webp`), file);
}

/** The photo of the before/after pair, through the same frame as the picture, so that the face stays in place. */
async function before(): Promise<void> {
  const { pyramid, mesh } = await analysePhoto(readPortrait('fezbot'));
  const size = frameSize('4:5', Math.max(...PAIR_WIDTHS));
  const planes = warpForPicture(pyramid, composeFrame(mesh, '4:5', size), size.width, size.height);
  const photo = planesToRaster(planes, size.width, size.height);
  for (const width of PAIR_WIDTHS)
    await rasterToSharp(photo)
      .resize({ width })
      .webp({ quality: 78, smartSubsample: true })
      .toFile(path.join(folder, `fezbot-before-${width}.webp`));
}

async function selfies(): Promise<void> {
  for (const [i, selfie] of [1, 2, 5, 6].entries()) {
    const file = path.join(process.cwd(), 'tests', 'fixtures', 'selfies', 'fezbot', `${selfie}.jpg`);
    await sharp(readFileSync(file))
      .resize(SMALL_WIDTH, SMALL_WIDTH * 1.25, { fit: 'cover', position: 'top' })
      .webp({ quality: 78 })
      .toFile(path.join(folder, `fezbot-selfie-${i + 1}.webp`));
  }
}

const vision = createVisionClient();
try {
  await main(vision);
} finally {
  await vision.close();
}
