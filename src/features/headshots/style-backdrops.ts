/** Backdrops of the styles, for pictures that are made already. They cost nothing and are everybody's: the picture is not drawn again. */
import { and, asc, eq } from 'drizzle-orm';
import { style } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { type StudioRecipe, studioRecipeSchema } from '@/vision/studio/recipe';
import type { StyleBackdrop } from './edit-types';

/** Those of the styles on offer, in their order. */
export async function listStyleBackdrops(db: Db): Promise<StyleBackdrop[]> {
  const rows = await db
    .select({ id: style.id, name: style.name, recipe: style.studioRecipe })
    .from(style)
    .where(eq(style.active, true))
    .orderBy(asc(style.position));
  return rows.flatMap(({ id, name, recipe }) => {
    const read = studioRecipeSchema.safeParse(recipe);
    return read.success ? [{ id, name, colours: coloursOf(read.data) }] : [];
  });
}

/** Null for a style that is not offered any more. */
export async function findRecipe(db: Db, id: string): Promise<StudioRecipe | null> {
  const [row] = await db
    .select({ recipe: style.studioRecipe })
    .from(style)
    .where(and(eq(style.id, id), eq(style.active, true)));
  const read = studioRecipeSchema.safeParse(row?.recipe);
  return read.success ? read.data : null;
}

/** The light first, the shade next, an accent last: enough to tell backdrops apart in a swatch. */
function coloursOf({ backdrop }: StudioRecipe): string[] {
  const own = Object.values(backdrop).filter(
    (value): value is string => typeof value === 'string' && value.startsWith('#'),
  );
  const accent = 'accents' in backdrop ? backdrop.accents[0]?.colour : undefined;
  return [...own.slice(0, 2), ...(accent ? [accent] : [])];
}
