import { eq } from 'drizzle-orm';
import { account, session, user } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { notFound } from '@/lib/errors';

/**
 * Somebody signed up with this address and never confirmed it; somebody else just did, by having its mail or by a provider's word. What
 * the first one set (password, sessions) goes, or a stranger could wait inside.
 */
export async function takeOverUnconfirmed(
  db: Db,
  userId: string,
  name: string,
): Promise<{ id: string; name: string; email: string }> {
  await db.delete(account).where(eq(account.userId, userId));
  await db.delete(session).where(eq(session.userId, userId));
  const [person] = await db
    .update(user)
    .set({ name, emailVerified: true, updatedAt: new Date() })
    .where(eq(user.id, userId))
    .returning();
  if (!person) throw notFound('account');
  return person;
}
