import { desc, eq } from 'drizzle-orm';
import { style, styleVersion } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { notFound } from '@/lib/errors';
import { byPlace } from '../styles';

/** Every style as it is now, withdrawn ones too, in the order of the page. */
export async function listCatalogue(db: Db): Promise<(typeof style.$inferSelect)[]> {
  return (await db.select().from(style)).sort(byPlace);
}

/** All versions of a style, the newest first. Throws `not_found`. */
export async function listStyleVersions(db: Db, id: string): Promise<(typeof styleVersion.$inferSelect)[]> {
  const versions = await db
    .select()
    .from(styleVersion)
    .where(eq(styleVersion.styleId, id))
    .orderBy(desc(styleVersion.version));
  if (versions.length === 0) throw notFound('style');
  return versions;
}
