/** What decides about a return, read for one person in one team; under the person's lock when something is to follow from it. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { DAY, plus } from '@/lib/time';
import { type ReturnFacts, SHARE_DAYS } from './verdict-rules';

export type PersonReturns = Pick<ReturnFacts, 'headshots' | 'returned'> & {
  /** Of the first generation with headshots; null when there is none yet. */
  firstGenerationId: string | null;
  /** Returned in the last 24 hours, all of them. */
  returnedToday: number;
};

/**
 * Headshots are counted by what was charged, because pictures go and charges stay. The person is the user, not the membership: who
 * leaves and comes back has had their first generation.
 */
export async function readReturns(ctx: Ctx, userId: string, now: Date): Promise<PersonReturns> {
  const since = plus(now, -SHARE_DAYS * DAY).toISOString();
  const today = plus(now, -DAY).toISOString();
  const [row] = await selectRows<PersonReturns>(
    ctx.db,
    sql`select
      (select id from generation
        where organization_id = ${ctx.orgId} and user_id = ${userId} and charged > 0
        order by finished_at, id limit 1) as "firstGenerationId",
      (select coalesce(sum(charged / price_each), 0)::int from generation
        where organization_id = ${ctx.orgId} and user_id = ${userId} and charged > 0
          and finished_at > ${since}::timestamptz) as headshots,
      (select count(*)::int from picture_verdict
        where organization_id = ${ctx.orgId} and user_id = ${userId} and refunded is not null
          and not of_first and decided_at > ${since}::timestamptz) as returned,
      (select count(*)::int from picture_verdict
        where organization_id = ${ctx.orgId} and user_id = ${userId} and refunded is not null
          and decided_at > ${today}::timestamptz) as "returnedToday"`,
  );
  if (!row) throw new Error('No returns were read.');
  return row;
}

/** Until the end of the transaction nobody else decides about this person's returns. */
export async function lockReturns(ctx: Ctx, userId: string): Promise<void> {
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`not-me:${ctx.orgId}:${userId}`}, 0))`,
  );
}
