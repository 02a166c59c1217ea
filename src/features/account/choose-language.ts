import { eq } from 'drizzle-orm';
import { user } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import type { Language } from '@/texts/languages';

/** In which language a person's mails and pushes are written from now on. */
export async function chooseLanguage(db: Db, userId: string, language: Language): Promise<void> {
  await db.update(user).set({ language, updatedAt: new Date() }).where(eq(user.id, userId));
}
