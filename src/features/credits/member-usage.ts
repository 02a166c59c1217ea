/** One person's use of credits over a span of time, read from the entries of their wallet. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import type { DaySpend } from './usage-rules';

export type MemberUsage = {
  /** Every day of the span, UTC, zeros included. */
  days: DaySpend[];
  /** Charged, less what was paid back. */
  used: number;
  /** Came into the wallet from the pool, from others and with the invitation. */
  given: number;
  /** Charged pictures. */
  pictures: number;
};

/** `from` inclusive, `to` exclusive, both midnights in UTC. A member without a wallet has used nothing. */
export async function getMemberUsage(
  ctx: Ctx,
  memberId: string,
  span: { from: Date; to: Date },
): Promise<MemberUsage> {
  requirePermission(ctx.actor, 'credits:read');
  const from = span.from.toISOString();
  const to = span.to.toISOString();
  const days = await selectRows<{ day: string; used: number; given: number; pictures: number }>(
    ctx.db,
    sql`
      with moves as materialized (
        select (e.created_at at time zone 'UTC')::date as day,
          coalesce(-sum(e.delta) filter (where e.kind in ('settle', 'wallet_refund')), 0)::int as used,
          coalesce(sum(e.delta) filter (where e.kind in ('allocate', 'reassign', 'promise_kept', 'grant') and e.delta > 0), 0)::int
            as given,
          coalesce(sum(t.pictures) filter (where e.kind = 'settle'), 0)::int as pictures
        from ledger_account a
        join ledger_entry e on e.account_id = a.id
        join ledger_transfer t on t.id = e.transfer_id
        where a.organization_id = ${ctx.orgId} and a.kind = 'wallet' and a.member_id = ${memberId}
          and e.created_at >= ${from}::timestamptz and e.created_at < ${to}::timestamptz
        group by 1
      )
      select to_char(d, 'YYYY-MM-DD') as day, coalesce(moves.used, 0) as used, coalesce(moves.given, 0) as given,
        coalesce(moves.pictures, 0) as pictures
      from generate_series(${from.slice(0, 10)}::date, ${to.slice(0, 10)}::date - 1, interval '1 day') d
      left join moves on moves.day = d::date
      order by d`,
  );
  const sum = (pick: (day: (typeof days)[number]) => number) =>
    days.reduce((total, day) => total + pick(day), 0);
  return {
    days: days.map(({ day, used }) => ({ day, credits: used })),
    used: sum((day) => day.used),
    given: sum((day) => day.given),
    pictures: sum((day) => day.pictures),
  };
}
