/**
 * `npm run contact-sheet`: everybody in every style, drawn by the product's own code, as docs/contact-sheet.jpg, and how clean the
 * outline of each picture is (`edge-measure.ts`). To be looked at after each change of a recipe or of the cut-out.
 */
import path from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { decodeRaster, type Raster } from '@/vision/image/raster';
import { createVisionClient } from '@/vision/process/client';
import type { StudioRecipe } from '@/vision/studio/recipe';
import type { VisionClient } from '@/vision/types';
import { alphaOf, plainPaper, type RimTone, rimTone } from '../tests/support/rim-tone';
import { STYLE_SEEDS } from '../tests/support/style-seeds';
import { type EdgeMeasure, measureEdge } from './edge-measure';
import { PEOPLE, readPortrait } from './portraits';

const CELL = { width: 240, height: 300 };
const FILE = path.join(process.cwd(), 'docs', 'contact-sheet.jpg');

async function main(vision: VisionClient): Promise<void> {
  const cells: OverlayOptions[] = [];
  const rims: RimTone[] = [];
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
    const black = await draw(plainPaper('#000000'), 1);
    const white = await draw(plainPaper('#ffffff'), 1);
    const alpha = alphaOf(black.raster, white.raster);
    rims.push(rimTone(black.raster, white.raster));
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
  printRims(rims);
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

function printRims(rims: readonly RimTone[]): void {
  const line = (what: keyof RimTone) =>
    `${what.padEnd(20)}${rims.map((rim) => `${(rim[what] * 100).toFixed(1)} %`.padStart(16)).join('')}`;
  process.stdout.write(
    ['Rim that differs plainly in tone from what is just inside', line('darker'), line('lighter'), ''].join(
      '\n',
    ),
  );
}

const vision = createVisionClient();
try {
  await main(vision);
} finally {
  await vision.close();
}
