import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { session } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import { makeUser } from '../../../tests/support/factories';
import { endOtherSessions, endSession } from './end-session';
import { listSessions } from './queries';

async function signIn(db: Db, userId: string, expiresAt = plus(new Date(), DAY)): Promise<string> {
  const id = newId('request');
  await db.insert(session).values({ id, userId, token: newId('request'), expiresAt });
  return id;
}

test('a person ends their own sessions only', async () => {
  const db = await testDatabase();
  const [mine, other] = [await makeUser(db), await makeUser(db)];
  const here = await signIn(db, mine.id);
  const there = await signIn(db, mine.id);
  const foreign = await signIn(db, other.id);
  const person = { userId: mine.id, sessionId: here };
  expect(await endSession(db, person, foreign)).toBe(false);
  expect(await endSession(db, person, there)).toBe(true);
  expect((await listSessions(db, mine.id)).map((row) => row.id)).toEqual([here]);
  expect(await db.select().from(session).where(eq(session.id, foreign))).toHaveLength(1);
});

test('signing out all other devices keeps this one; expired ones are not listed', async () => {
  const db = await testDatabase();
  const mine = await makeUser(db);
  const here = await signIn(db, mine.id);
  await signIn(db, mine.id);
  await signIn(db, mine.id, plus(new Date(), -DAY));
  expect(await listSessions(db, mine.id)).toHaveLength(2);
  expect(JSON.stringify(await listSessions(db, mine.id))).not.toContain('token');
  expect(await endOtherSessions(db, { userId: mine.id, sessionId: here })).toBe(2);
  expect((await listSessions(db, mine.id)).map((row) => row.id)).toEqual([here]);
});
