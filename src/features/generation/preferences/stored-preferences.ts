/** The wishes of a generation as they were stored; none when there are none. */
import { eq } from 'drizzle-orm';
import { generation } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { preferencesSchema } from './input';
import type { Preferences } from './preference-rules';

/** A value that this version no longer knows is no wish. */
export function readPreferences(stored: unknown): Preferences {
  return preferencesSchema.catch({}).parse(stored ?? {});
}

export async function loadPreferences(db: Db, generationId: string): Promise<Preferences> {
  const [row] = await db
    .select({ preferences: generation.preferences })
    .from(generation)
    .where(eq(generation.id, generationId));
  return readPreferences(row?.preferences);
}
