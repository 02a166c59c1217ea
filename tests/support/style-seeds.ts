/** The styles as `src/db/sql/31-styles-*.sql` bring them, for whoever draws without a database. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type StudioRecipe, studioRecipeSchema } from '@/vision/studio/recipe';

const SQL_DIR = path.join(process.cwd(), 'src/db/sql');

const seedSchema = z.object({
  id: z.string(),
  name: z.string(),
  position: z.number(),
  studio_recipe: studioRecipeSchema,
});

export type StyleSeed = { id: string; name: string; recipe: StudioRecipe };

/** In the order of the page. */
export const STYLE_SEEDS: readonly StyleSeed[] = readdirSync(SQL_DIR)
  .filter((file) => file.startsWith('31-styles-'))
  .flatMap((file) => {
    const [, list = '[]'] = readFileSync(path.join(SQL_DIR, file), 'utf8').split('$styles$');
    return z.array(seedSchema).parse(JSON.parse(list));
  })
  .sort((a, b) => a.position - b.position)
  .map(({ id, name, studio_recipe: recipe }) => ({ id, name, recipe }));

/** Throws for a style that is not seeded. */
export function recipeOf(id: string): StudioRecipe {
  const seed = STYLE_SEEDS.find((one) => one.id === id);
  if (!seed) throw new Error(`There is no style ${id}.`);
  return seed.recipe;
}
