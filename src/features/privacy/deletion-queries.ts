/** A person's own deletions, from all their teams: what was asked, how far it is, and the receipt. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { deletionRequest } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { notFound } from '@/lib/errors';
import { fromCursor, toCursor } from '@/lib/time-cursor';
import { type DeletionView, toDeletionView } from './deletion-view';
import { type ListDeletionsInput, listDeletionsInput } from './input';

type Person = { db: Db; userId: string };

export type DeletionPage = { deletions: DeletionView[]; nextCursor: string | null };

/** The newest first. */
export async function listDeletions(
  { db, userId }: Person,
  query: ListDeletionsInput = {},
): Promise<DeletionPage> {
  const { cursor, limit } = listDeletionsInput.parse(query);
  const before = cursor === undefined ? null : fromCursor(cursor);
  const { requestedAt, id } = deletionRequest;
  const older = before ? sql`(${requestedAt}, ${id}) < (${before.at}::timestamptz, ${before.id})` : undefined;
  const rows = await db
    .select()
    .from(deletionRequest)
    .where(and(eq(deletionRequest.userId, userId), older))
    .orderBy(desc(requestedAt), desc(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    deletions: page.map(toDeletionView),
    nextCursor: rows.length > limit && last ? toCursor({ createdAt: last.requestedAt, id: last.id }) : null,
  };
}

export async function getDeletion({ db, userId }: Person, id: string): Promise<DeletionView> {
  const [row] = await db
    .select()
    .from(deletionRequest)
    .where(and(eq(deletionRequest.id, id), eq(deletionRequest.userId, userId)));
  if (!row) throw notFound('deletion');
  return toDeletionView(row);
}
