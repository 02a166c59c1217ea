/**
 * `npm run contact-sheet`: everybody in every style, drawn by the product's own code, as docs/contact-sheet.jpg, and how clean the
 * outline of each picture is (`edge-measure.ts`). To be looked at after each change of a recipe or of the cut-out.
 */
import path from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { decodeRaster, type Raster } from '@/vision/image/raster';
import { createVisionClient } from '@/vision/process/client';
import { type StudioRecipe, studioRecipeSchema } from '@/vision/studio/recipe';
import type { VisionClient } from '@/vision/types';
import { STYLE_SEEDS } from '../tests/support/style-seeds';
import { alphaOf, type EdgeMeasure, measureEdge } from './edge-measure';
import { PEOPLE, readPortrait } from './portraits';

const CELL = { width: 240, height: 300 };
const FILE = path.join(process.cwd(), 'docs', 'contact-sheet.jpg');

/** Even paper and nothing else: before black and before white the share of the person in each pixel can be solved for. */
function plain(colour: string): StudioRecipe {
  return studioRecipeSchema.parse({
    backdrop: {
      kind: 'paper',
      core: colour,
      edge: colour,
      floor: colour,
      mottle: 0,
      spread: 1,
      lightX: 0,
      lightY: 0,
      roamX: 0,
      roamY: 0,
      roamSpread: 0,
      accents: [],
    },
    shadow: 0,
    wrap: 0,
    vignette: 0,
    saturation: 1,
    contrast: 0,
    tint: [1, 1, 1],
    grain: 0.004,
  });
}

async function main(vision: VisionClient): Promise<void> {
  const cells: OverlayOptions[] = [];
  const measured: { style: string; measures: EdgeMeasure[] }[] = STYLE_SEEDS.map(({ id }) => ({
    style: id,
    measures: [],
  }));
  for (const [row, person] of PEOPLE.entries()) {
    const { jpeg } = await vision.preparePhoto(readPortrait(person));
    const draw = async (
      recipe: StudioRecipe,
      seed: number,
    ): Promise<{ raster: Raster; file: Uint8Array }> => {
      const { jpeg: file } = await vision.drawPicture({
        jpeg,
        recipe,
        seed,
        aspect: '4:5',
        shortSide: 1024,
        generationId: `example_${person}`,
      });
      return { raster: await decodeRaster(file), file };
    };
    const black = await draw(plain('#000000'), 1);
    const white = await draw(plain('#ffffff'), 1);
    const alpha = alphaOf(black.raster, white.raster);
    for (const [column, { recipe }] of STYLE_SEEDS.entries()) {
      const { raster, file } = await draw(recipe, row + 1);
      // A light from behind is neither person nor backdrop, and wanted.
      const bare = recipe.rim ? (await draw({ ...recipe, rim: null }, row + 1)).raster : raster;
      measured[column]?.measures.push(measureEdge(bare, alpha));
      const input = await sharp(file).resize(CELL.width, CELL.height).toBuffer();
      cells.push({ input, left: column * CELL.width, top: row * CELL.height });
    }
  }
  const sheet = { width: CELL.width * STYLE_SEEDS.length, height: CELL.height * PEOPLE.length };
  await sharp({ create: { ...sheet, channels: 3, background: '#ffffff' } })
    .composite(cells)
    .jpeg({ quality: 84 })
    .toFile(FILE);
  print(measured);
}

/** Mean distance of the rim and the share of it that differs plainly, for each picture. */
function print(measured: { style: string; measures: EdgeMeasure[] }[]): void {
  const lines = measured.map(({ style, measures }) => {
    const cells = measures.map(
      ({ mean, visible }) => `${mean.toFixed(1).padStart(5)} ${(visible * 100).toFixed(1).padStart(5)} %`,
    );
    return `${style.padEnd(20)}${cells.map((cell) => cell.padStart(16)).join('')}`;
  });
  const all = measured.flatMap(({ measures }) => measures);
  const average = all.reduce((sum, { mean }) => sum + mean, 0) / all.length;
  process.stdout.write(
    [
      `Rim, without a style's own light from behind: mean distance from a mixture of person and backdrop (CIE76), and the share that differs plainly`,
      `${''.padEnd(20)}${PEOPLE.map((person) => person.padStart(16)).join('')}`,
      ...lines,
      `All: ${average.toFixed(2)}`,
      '',
    ].join('\n'),
  );
}

const vision = createVisionClient();
try {
  await main(vision);
} finally {
  await vision.close();
}
