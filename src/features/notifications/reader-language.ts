/** In which language somebody is written to: the one on the account page. */
import { eq } from 'drizzle-orm';
import { user } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { currentTexts } from '@/texts/current-texts';
import { DEFAULT_LANGUAGE, type Language } from '@/texts/languages';

export async function languageOfPerson(db: Db, userId: string): Promise<Language> {
  const [row] = await db.select({ language: user.language }).from(user).where(eq(user.id, userId));
  return row?.language ?? DEFAULT_LANGUAGE;
}

/** Of somebody without an account: that of whoever causes the mail. */
export async function languageOfAddress(db: Db, address: string): Promise<Language> {
  const [row] = await db.select({ language: user.language }).from(user).where(eq(user.email, address));
  return row?.language ?? currentTexts().language;
}
