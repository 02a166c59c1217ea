/** A person's passkeys: which there are, their names, and how one goes. better-auth adds them. */
import { and, desc, eq } from 'drizzle-orm';
import { inTransaction } from '@/db/context';
import { passkey } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { notFound } from '@/lib/errors';
import { mailAccountChange } from './account-mail';

export type PasskeyLine = {
  id: string;
  name: string;
  createdAt: string;
  /** Kept in a cloud and so on several devices; otherwise it is on one device alone. */
  synced: boolean;
};

/** The latest first. */
export async function listPasskeys(db: Db, userId: string): Promise<PasskeyLine[]> {
  const rows = await db
    .select()
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .orderBy(desc(passkey.createdAt), desc(passkey.id))
    .limit(50);
  return rows.map(({ id, name, createdAt, backedUp }) => ({
    id,
    name: name ?? 'Passkey',
    createdAt: createdAt.toISOString(),
    synced: backedUp,
  }));
}

/** Throws `not_found` for what is not there or not this person's. */
export async function renamePasskey(
  db: Db,
  userId: string,
  input: { id: string; name: string },
): Promise<void> {
  const renamed = await db
    .update(passkey)
    .set({ name: input.name })
    .where(and(eq(passkey.id, input.id), eq(passkey.userId, userId)))
    .returning({ id: passkey.id });
  if (renamed.length === 0) throw notFound('passkey');
}

/** It opens nothing from now on; its person is told by mail. Throws as `renamePasskey`. */
export async function removePasskey(db: Db, userId: string, id: string): Promise<void> {
  await inTransaction({ db }, async ({ db: tx }) => {
    const removed = await tx
      .delete(passkey)
      .where(and(eq(passkey.id, id), eq(passkey.userId, userId)))
      .returning({ id: passkey.id });
    if (removed.length === 0) throw notFound('passkey');
    await mailAccountChange(tx, userId, 'passkey-removed');
  });
}
