/** A person's own deletions, from all their teams: what was asked, how far it is, and the receipt. */
import { and, desc, eq } from 'drizzle-orm';
import { deletionRequest } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { notFound } from '@/lib/errors';
import { type DeletionView, toDeletionView } from './deletion-view';

const LATEST = 100;

type Person = { db: Db; userId: string };

/** The newest first. */
export async function listDeletions({ db, userId }: Person): Promise<DeletionView[]> {
  const rows = await db
    .select()
    .from(deletionRequest)
    .where(eq(deletionRequest.userId, userId))
    .orderBy(desc(deletionRequest.requestedAt), desc(deletionRequest.id))
    .limit(LATEST);
  return rows.map(toDeletionView);
}

export async function getDeletion({ db, userId }: Person, id: string): Promise<DeletionView> {
  const [row] = await db
    .select()
    .from(deletionRequest)
    .where(and(eq(deletionRequest.id, id), eq(deletionRequest.userId, userId)));
  if (!row) throw notFound('Deletion');
  return toDeletionView(row);
}
