/**
 * Draws what the studio makes, with the product's own code: docs/contact-sheet.jpg (everybody in every style) and the
 * example pictures of the site in public/examples. Run: tsx scripts/contact-sheet.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { planesToRaster, rasterToSharp } from '@/vision/image/raster';
import { warpForPicture } from '@/vision/image/warp';
import { markPicture } from '@/vision/photo/mark';
import { createVisionClient } from '@/vision/process/client';
import { analysePhoto } from '@/vision/studio/analysis-cache';
import { composeFrame, frameSize } from '@/vision/studio/composition';
import type { VisionClient } from '@/vision/types';
import { recipeOf, STYLE_SEEDS } from '../tests/support/style-seeds';

const PEOPLE = ['fezbot', 'team-4', 'ali-pazani', 'christian'];
const CELL = { width: 320, height: 400 };
/** The site's examples: file name, who, which style and seed, width in px. */
const EXAMPLES: readonly { name: string; person: string; style: string; seed: number; width: number }[] = [
  { name: 'fezbot-corporate', person: 'fezbot', style: 'corporate', seed: 4, width: 928 },
  { name: 'fezbot-corporate-2', person: 'fezbot', style: 'corporate', seed: 9, width: 640 },
  { name: 'fezbot-linkedin', person: 'fezbot', style: 'linkedin', seed: 2, width: 640 },
  { name: 'christian-corporate', person: 'christian', style: 'corporate', seed: 2, width: 480 },
  { name: 'team-4-creative', person: 'team-4', style: 'creative', seed: 3, width: 480 },
  { name: 'ali-pazani-executive', person: 'ali-pazani', style: 'executive', seed: 6, width: 480 },
];

/** Where a style is chosen, one face shows them all: the style is compared, not the person. `public/examples/<style>.webp`. */
const EXAMPLE_SEEDS: Record<string, number> = { corporate: 4, linkedin: 2, creative: 3, executive: 6 };
const STYLE_FACE = 'fezbot';

const root = process.cwd();
const examples = path.join(root, 'public', 'examples');
mkdirSync(examples, { recursive: true });

async function main(vision: VisionClient): Promise<void> {
  const cells: OverlayOptions[] = [];
  for (const [row, person] of PEOPLE.entries()) {
    const { jpeg } = await vision.preparePhoto(readFileSync(portraitOf(person)));
    const draw = (style: string, seed: number) =>
      vision.drawPicture({
        jpeg,
        recipe: recipeOf(style),
        seed,
        aspect: '4:5',
        shortSide: 1024,
        generationId: `example_${person}`,
      });
    for (const [column, { id }] of STYLE_SEEDS.entries()) {
      const picture = await draw(id, row + 1);
      const input = await sharp(picture.jpeg).resize(CELL.width, CELL.height).toBuffer();
      cells.push({ input, left: column * CELL.width, top: row * CELL.height });
    }
    for (const { name, style, seed, width } of EXAMPLES.filter((example) => example.person === person)) {
      const { jpeg: picture } = await draw(style, seed);
      const marked = await markPicture(picture, { format: 'jpeg', maxWidth: width, quality: 80 });
      writeFileSync(path.join(examples, `${name}.jpg`), marked);
    }
    for (const { id } of person === STYLE_FACE ? STYLE_SEEDS : []) {
      const { jpeg: picture } = await draw(id, EXAMPLE_SEEDS[id] ?? 1);
      const marked = await markPicture(picture, { format: 'webp', maxWidth: 640, quality: 82 });
      writeFileSync(path.join(examples, `${id}.webp`), marked);
    }
  }
  const sheet = { width: CELL.width * STYLE_SEEDS.length, height: CELL.height * PEOPLE.length };
  await sharp({ create: { ...sheet, channels: 3, background: '#ffffff' } })
    .composite(cells)
    .jpeg({ quality: 86 })
    .toFile(path.join(root, 'docs', 'contact-sheet.jpg'));
  await before();
  await selfies();
}

function portraitOf(person: string): string {
  return path.join(root, 'tests', 'fixtures', 'portraits', `${person}.jpg`);
}

/** The photo of the before/after pair, through the same frame as the picture, so that the face stays in place. */
async function before(): Promise<void> {
  const { pyramid, mesh } = await analysePhoto(readFileSync(portraitOf('fezbot')));
  const size = frameSize('4:5', 928);
  const planes = warpForPicture(pyramid, composeFrame(mesh, '4:5', size), size.width, size.height);
  await rasterToSharp(planesToRaster(planes, size.width, size.height))
    .jpeg({ quality: 78 })
    .toFile(path.join(examples, 'fezbot-before.jpg'));
}

async function selfies(): Promise<void> {
  for (const [i, selfie] of [1, 2, 5, 6].entries()) {
    await sharp(path.join(root, 'tests', 'fixtures', 'selfies', 'fezbot', `${selfie}.jpg`))
      .resize(320, 400, { fit: 'cover', position: 'top' })
      .jpeg({ quality: 80 })
      .toFile(path.join(examples, `fezbot-selfie-${i + 1}.jpg`));
  }
}

const vision = createVisionClient();
try {
  await main(vision);
} finally {
  await vision.close();
}
