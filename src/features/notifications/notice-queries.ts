/** A person's own notices in one team. */
import { and, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { notice } from '@/db/schema/notifications';
import { requireMember, requirePermission } from '@/lib/actor';
import { fromCursor, toCursor } from '@/lib/time-cursor';
import type { ListNoticesInput, ReadNoticesInput } from './notice-input';
import type { NoticeView } from './notice-types';

export type NoticePage = { notices: NoticeView[]; unread: number; nextCursor: string | null };

/** Newest first, with the number of unread ones altogether. */
export async function listNotices(ctx: Ctx, { cursor, limit }: ListNoticesInput): Promise<NoticePage> {
  const rows = await ctx.db
    .select()
    .from(notice)
    .where(and(mine(ctx), cursor ? before(cursor) : undefined))
    .orderBy(desc(notice.createdAt), desc(notice.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    notices: page.map(toView),
    unread: await countUnread(ctx),
    nextCursor: rows.length > limit && last ? toCursor(last) : null,
  };
}

export async function countUnread(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db
    .select({ unread: count() })
    .from(notice)
    .where(and(mine(ctx), isNull(notice.readAt)));
  return row?.unread ?? 0;
}

/** Marks the person's own notices as read: those named, or all. Ids of others' notices change nothing. */
export async function readNotices(
  ctx: Ctx,
  { ids }: ReadNoticesInput,
  now = new Date(),
): Promise<{ unread: number }> {
  await ctx.db
    .update(notice)
    .set({ readAt: now })
    .where(and(mine(ctx), isNull(notice.readAt), ids ? inArray(notice.id, ids) : undefined));
  return { unread: await countUnread(ctx) };
}

/** Notices without a team are about the account and show in every team. */
function mine(ctx: Ctx) {
  requirePermission(ctx.actor, 'notices:own');
  const { userId } = requireMember(ctx.actor);
  return and(
    eq(notice.userId, userId),
    or(eq(notice.organizationId, ctx.orgId), isNull(notice.organizationId)),
  );
}

function toView(row: typeof notice.$inferSelect): NoticeView {
  const { id, type, title, body, href } = row;
  return { id, type, title, body, href, read: row.readAt !== null, createdAt: row.createdAt.toISOString() };
}

function before(cursor: string) {
  const { at, id } = fromCursor(cursor);
  return sql`(${notice.createdAt}, ${notice.id}) < (${at}::timestamptz, ${id})`;
}
