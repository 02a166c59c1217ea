/**
 * Who used what, and when. Read from the ledger alone: what was charged and paid back, the pictures a charge says it paid for, and
 * what was given. Spans are `from` (inclusive) to `to` (exclusive).
 */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import { currentTexts } from '@/texts/current-texts';
import type { Texts } from '@/texts/make-texts';

export type Span = { from: Date; to: Date };

export type UsageLine = {
  /** The member or the department; null: people without a department. */
  key: string | null;
  /** The person's name as it is now, "Former members", or the department. */
  name: string | null;
  /** The person's; null for departments. */
  department: string | null;
  /** How many people the line is about. */
  people: number;
  /** Charged in the span, less what was paid back in it. */
  used: number;
  /** Came into the wallets from the pool and from colleagues, less what went back. */
  given: number;
  /** Pictures that were charged. */
  headshots: number;
  /** In the wallets now, held credits included. */
  balance: number;
};

export type UsagePage = { rows: UsageLine[]; nextCursor: string | null };

const FORMER = 'former';

/**
 * Usage by person or by the department people are in now, whoever used most first. People who have left are one line, without
 * which the lines would not add up. Credits a headshot = used ÷ headshots.
 */
export async function listUsage(
  ctx: Ctx,
  options: Span & { by: 'member' | 'department'; cursor?: string; limit?: number },
  { t }: Texts = currentTexts(),
): Promise<UsagePage> {
  requirePermission(ctx.actor, 'credits:read');
  const limit = Math.min(Math.max(options.limit ?? 50, 1), 200);
  const offset = /^\d{1,6}$/.test(options.cursor ?? '') ? Number(options.cursor) : 0;
  const byMember = options.by === 'member';
  const rows = await selectRows<UsageLine & { former: boolean }>(
    ctx.db,
    sql`
      with moved as (${movesOf(ctx, options)}),
      wallets as (
        select a.id, a.member_id, b.posted, m.id is null as former, m.department, u.name,
          coalesce(moved.used, 0) as used, coalesce(moved.given, 0) as given,
          coalesce(moved.headshots, 0) as headshots
        from ledger_account a
        join ledger_balance b on b.account_id = a.id
        left join moved on moved.account_id = a.id
        left join member m on m.id = a.member_id and m.organization_id = a.organization_id
        left join "user" u on u.id = m.user_id
        where a.organization_id = ${ctx.orgId} and a.kind = 'wallet'
      )
      select former, case when former then ${FORMER} else ${byMember ? sql`member_id` : sql`department`} end as key,
        ${byMember ? sql`max(name)` : sql`max(department)`} as name,
        ${byMember ? sql`max(department)` : sql`null`} as department, count(*)::int as people,
        sum(used)::int as used, sum(given)::int as given, sum(headshots)::int as headshots, sum(posted)::int as balance
      from wallets
      group by 1, 2
      having not former or sum(used) <> 0 or sum(given) <> 0 or sum(posted) <> 0
      order by former, sum(used) desc, lower(${byMember ? sql`max(name)` : sql`max(department)`}), key
      limit ${limit + 1} offset ${offset}`,
  );
  return {
    rows: rows
      .slice(0, limit)
      .map(({ former, ...row }) =>
        former ? { ...row, name: t('credits.formerMembers'), department: null } : row,
      ),
    nextCursor: rows.length > limit ? String(offset + limit) : null,
  };
}

/** Used, given and pictures of each wallet in the span. */
function movesOf(ctx: Ctx, { from, to }: Span) {
  const inSpan = (
    kinds: string[],
  ) => sql`organization_id = ${ctx.orgId} and kind = any(${sql.param(kinds)}::text[])
    and created_at >= ${from.toISOString()}::timestamptz and created_at < ${to.toISOString()}::timestamptz`;
  return sql`
    select account_id, sum(used) as used, sum(given) as given, sum(headshots) as headshots from (
      select from_account as account_id, sum(case kind when 'settle' then amount else 0 end) as used,
        sum(case kind when 'settle' then 0 else -amount end) as given, sum(coalesce(pictures, 0)) as headshots
      from ledger_transfer where ${inSpan(['settle', 'reclaim', 'reassign'])} group by 1
      union all
      select to_account, -sum(case kind when 'wallet_refund' then amount else 0 end),
        sum(case kind when 'wallet_refund' then 0 else amount end), 0
      from ledger_transfer where ${inSpan(['wallet_refund', 'allocate', 'promise_kept', 'reassign', 'grant'])} group by 1
    ) legs group by account_id`;
}

export type DaySpend = { day: string; credits: number };

/** Credits charged each day (UTC), less what was paid back that day; days without any are there with 0. Oldest first. */
export async function listSpendByDay(ctx: Ctx, { from, to }: Span): Promise<DaySpend[]> {
  requirePermission(ctx.actor, 'credits:read');
  return selectRows<DaySpend>(
    ctx.db,
    sql`
      with spent as materialized (
        select (created_at at time zone 'UTC')::date as day,
          sum(case kind when 'settle' then amount else -amount end)::int as credits
        from ledger_transfer
        where organization_id = ${ctx.orgId} and kind in ('settle', 'wallet_refund')
          and created_at >= ${from.toISOString()}::timestamptz and created_at < ${to.toISOString()}::timestamptz
        group by 1
      )
      select to_char(days.day, 'YYYY-MM-DD') as day, coalesce(spent.credits, 0) as credits
      from generate_series(
        (${from.toISOString()}::timestamptz at time zone 'UTC')::date,
        (${to.toISOString()}::timestamptz at time zone 'UTC' - interval '1 millisecond')::date,
        interval '1 day'
      ) as days(day)
      left join spent on spent.day = days.day::date
      order by days.day`,
  );
}

export type Totals = {
  /** Credits that came in by payments, and what was paid for them, in cents without tax. */
  bought: number;
  paidCents: number;
  /** Credits that came in without a payment. */
  granted: number;
  /** Charged, less what was paid back to wallets. */
  used: number;
  /** Left with refunded or disputed money, less what came back. */
  refunded: number;
  /** Pictures that were charged. */
  headshots: number;
};

/** What came in and went out in the span. Credits a headshot = used ÷ headshots. */
export async function getTotals(ctx: Ctx, { from, to }: Span): Promise<Totals> {
  requirePermission(ctx.actor, 'credits:read');
  const [row] = await selectRows<Totals>(
    ctx.db,
    sql`
      with sums as (
        select kind, sum(amount) as amount, sum(coalesce(pictures, 0)) as pictures from ledger_transfer
        where organization_id = ${ctx.orgId} and kind in ('purchase', 'grant', 'settle', 'wallet_refund', 'money_refund',
            'money_refund_returned', 'chargeback', 'chargeback_reversal')
          and created_at >= ${from.toISOString()}::timestamptz and created_at < ${to.toISOString()}::timestamptz
        group by kind
      )
      select
        coalesce(sum(amount) filter (where kind = 'purchase'), 0)::int as bought,
        (select coalesce(sum(p.amount_cents - p.tax_cents), 0)::int
          from ledger_transfer t join payment p on p.id = t.reference_id
          where t.organization_id = ${ctx.orgId} and t.kind = 'purchase'
            and t.created_at >= ${from.toISOString()}::timestamptz and t.created_at < ${to.toISOString()}::timestamptz
        ) as "paidCents",
        coalesce(sum(amount) filter (where kind = 'grant'), 0)::int as granted,
        coalesce(sum(case kind when 'settle' then amount when 'wallet_refund' then -amount end), 0)::int as used,
        coalesce(sum(case when kind in ('money_refund', 'chargeback') then amount
          when kind in ('money_refund_returned', 'chargeback_reversal') then -amount end), 0)::int as refunded,
        coalesce(sum(pictures) filter (where kind = 'settle'), 0)::int as headshots
      from sums`,
  );
  return row ?? { bought: 0, paidCents: 0, granted: 0, used: 0, refunded: 0, headshots: 0 };
}

/** Names of the departments people are in, in order. */
export async function listDepartments(ctx: Ctx): Promise<string[]> {
  requirePermission(ctx.actor, 'credits:read');
  const rows = await selectRows<{ department: string }>(
    ctx.db,
    sql`select distinct department, lower(department) from member
      where organization_id = ${ctx.orgId} and department is not null order by lower(department)`,
  );
  return rows.map(({ department }) => department);
}
