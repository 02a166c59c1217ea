import { and, eq, ne } from 'drizzle-orm';
import { session, verification } from '@/db/schema/auth';
import type { Db } from '@/db/types';

type Person = { userId: string; sessionId: string };

/** Signs one of the person's devices out. Another person's session is left alone; false when there was none. */
export async function endSession(db: Db, person: Person, sessionId: string): Promise<boolean> {
  const ended = await db
    .delete(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, person.userId)))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Signs every device out but the one that asks, and forgets which of them need no code. Returns how many. */
export async function endOtherSessions(db: Db, person: Person): Promise<number> {
  const ended = await db
    .delete(session)
    .where(and(eq(session.userId, person.userId), ne(session.id, person.sessionId)))
    .returning({ id: session.id });
  await forgetTrustedDevices(db, person.userId);
  return ended.length;
}

/** From now on every device is asked for a code again. Links that wait for an answer of this person end too. */
export async function forgetTrustedDevices(db: Db, userId: string): Promise<void> {
  await db.delete(verification).where(eq(verification.value, userId));
}
