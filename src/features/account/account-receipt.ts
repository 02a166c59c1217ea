/** What is left of a deleted account: the proof of what went. Whoever has its link reads it; it names nobody. */
import { and, asc, eq, ne } from 'drizzle-orm';
import { accountDeletion, deletionRequest } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { type DeletionView, toDeletionView } from '@/features/privacy/deletion-view';
import { notFound } from '@/lib/errors';
import { sha256Hex } from '@/lib/hash';

export type AccountReceipt = {
  id: string;
  /** What the account was called inside. */
  userId: string;
  status: 'purging' | 'done';
  requestedAt: string;
  /** When the last file was gone. */
  doneAt: string | null;
  /** How much disappeared at once: consents, memberships, notices and so on. */
  counts: Record<string, number>;
  /** What had files, each with its own receipt. */
  deletions: DeletionView[];
};

/** Throws `not_found` for a link that we did not make. */
export async function getAccountReceipt(db: Db, secret: string): Promise<AccountReceipt> {
  const [row] = await db
    .select()
    .from(accountDeletion)
    .where(eq(accountDeletion.linkHash, sha256Hex(secret)));
  if (!row) throw notFound('deletion');
  const { id, userId, counts, requestedAt } = row;
  const [open] = await db
    .select({ id: deletionRequest.id })
    .from(deletionRequest)
    .where(and(eq(deletionRequest.userId, userId), ne(deletionRequest.status, 'done')))
    .limit(1);
  const rows = await db
    .select()
    .from(deletionRequest)
    .where(and(eq(deletionRequest.userId, userId), eq(deletionRequest.requestedBy, `user:${userId}`)))
    .orderBy(asc(deletionRequest.requestedAt), asc(deletionRequest.id));
  const times = [requestedAt, ...rows.flatMap(({ doneAt }) => (doneAt ? [doneAt] : []))];
  const last = new Date(Math.max(...times.map((time) => time.getTime())));
  return {
    id,
    userId,
    status: open ? 'purging' : 'done',
    requestedAt: requestedAt.toISOString(),
    doneAt: open ? null : last.toISOString(),
    counts,
    deletions: rows.map(toDeletionView),
  };
}
