/** Reads the team's events for one person: those for everybody and their own, in order. */
import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { teamEvent } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { requireMember } from '@/lib/actor';
import type { TeamEvent, TeamEventType } from './event-types';

/** An event with whom it is for; pages get only `TeamEvent`. */
export type StoredEvent = TeamEvent & { organizationId: string; userId: string | null };

const columns = {
  seq: teamEvent.seq,
  organizationId: teamEvent.organizationId,
  userId: teamEvent.userId,
  type: teamEvent.type,
  data: teamEvent.data,
};

type Row = {
  seq: number;
  organizationId: string;
  userId: string | null;
  type: string;
  data: unknown;
};

function toEvent(row: Row): StoredEvent {
  return { ...row, type: row.type as TeamEventType, data: row.data as Record<string, unknown> };
}

/** What a person who was away since `afterSeq` missed; the newest `limit` of it is enough, because events are hints. */
export async function listMissedEvents(ctx: Ctx, afterSeq: number, limit = 200): Promise<StoredEvent[]> {
  const { userId } = requireMember(ctx.actor);
  const rows = await ctx.db
    .select(columns)
    .from(teamEvent)
    .where(
      and(
        eq(teamEvent.organizationId, ctx.orgId),
        gt(teamEvent.seq, afterSeq),
        or(isNull(teamEvent.userId), eq(teamEvent.userId, userId)),
      ),
    )
    .orderBy(sql`${teamEvent.seq} desc`)
    .limit(limit);
  return rows.reverse().map(toEvent);
}

/** Every organization's events after a sequence number, for the process's one poll. Never answer it to a page. */
export async function listEventsAfter(db: Db, afterSeq: number, limit: number): Promise<StoredEvent[]> {
  const rows = await db
    .select(columns)
    .from(teamEvent)
    .where(gt(teamEvent.seq, afterSeq))
    .orderBy(asc(teamEvent.seq))
    .limit(limit);
  return rows.map(toEvent);
}

export async function findLastSeq(db: Db): Promise<number> {
  const [row] = await db
    .select({ seq: sql<number>`coalesce(max(${teamEvent.seq}), 0)::int` })
    .from(teamEvent);
  return Number(row?.seq ?? 0);
}
