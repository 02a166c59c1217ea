/** What was deleted of a person, in all their teams: asked for by them, or by the day it was due. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { organization } from '@/db/schema/auth';
import { deletionRequest } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { type DeletionView, toDeletionView } from '@/features/privacy/deletion-view';
import { fromCursor, toCursor } from '@/lib/time-cursor';

const A_PAGE = 20;

export type MyDeletion = DeletionView & {
  team: string;
  /** False: its days were over, or its person had left the team. */
  byMe: boolean;
};

export type MyDeletionsPage = { deletions: MyDeletion[]; nextCursor: string | null };

/** The newest first. Throws `malformed` for a cursor that is not ours. */
export async function listMyDeletions(
  db: Db,
  userId: string,
  { cursor, limit = A_PAGE }: { cursor?: string | undefined; limit?: number } = {},
): Promise<MyDeletionsPage> {
  const { requestedAt, id } = deletionRequest;
  const before = cursor ? fromCursor(cursor) : null;
  const rows = await db
    .select({ request: deletionRequest, team: organization.name })
    .from(deletionRequest)
    .innerJoin(organization, eq(organization.id, deletionRequest.organizationId))
    .where(
      and(
        eq(deletionRequest.userId, userId),
        before ? sql`(${requestedAt}, ${id}) < (${before.at}::timestamptz, ${before.id})` : undefined,
      ),
    )
    .orderBy(desc(requestedAt), desc(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1)?.request;
  return {
    deletions: page.map(({ request, team }) => ({
      ...toDeletionView(request),
      team,
      byMe: !request.requestedBy.startsWith('system:'),
    })),
    nextCursor: rows.length > limit && last ? toCursor({ createdAt: last.requestedAt, id: last.id }) : null,
  };
}
