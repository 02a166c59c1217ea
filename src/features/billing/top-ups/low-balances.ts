import { sql } from 'drizzle-orm';
import { selectRows } from '@/db/sql-rows';
import type { Db, OrgId } from '@/db/types';

export type WatchedBalance = { orgId: OrgId; available: number };

/** Teams that have paid are watched from then on, with the usual settings. */
export async function watchNewBuyers(db: Db): Promise<void> {
  await db.execute(sql`
    insert into balance_watch (organization_id)
    select distinct p.organization_id from payment p
    where not exists (select 1 from balance_watch w where w.organization_id = p.organization_id)
    on conflict do nothing`);
}

/**
 * Teams with something to do: fewer credits than a threshold and not told or not topped up yet, or told and above it again.
 * Available is what the pool has, in a team of one also its wallet without what is held. Those that were looked at longest ago come
 * first and are marked, so that teams that stay low (their month's limit is reached) keep nobody waiting.
 */
export async function takeDueBalances(db: Db, now: Date, limit = 500): Promise<WatchedBalance[]> {
  return selectRows<WatchedBalance>(
    db,
    sql`
      with due as (
        select w.organization_id, o.available
        from balance_watch w cross join lateral (
          select ${AVAILABLE} as available, ${HINDRANCE} as hindrance
          from organization o where o.id = w.organization_id
        ) o
        where (w.told_at is null and o.available < w.notice_below)
          or (w.told_at is not null and (w.notice_below is null or o.available >= w.notice_below))
          or (w.top_up_enabled and w.top_up_paused_at is null and o.available < w.top_up_below
            and o.hindrance is null)
        order by w.looked_at nulls first, w.organization_id limit ${limit}
        for update of w skip locked
      )
      update balance_watch w set looked_at = ${now.toISOString()}::timestamptz
      from due where w.organization_id = due.organization_id
      returning w.organization_id as "orgId", due.available`,
  );
}

/** What one team has available now. */
export async function countAvailable(db: Db, orgId: OrgId): Promise<number> {
  const [row] = await selectRows<{ available: number }>(
    db,
    sql`select ${AVAILABLE} as available from organization o where o.id = ${orgId}`,
  );
  return row?.available ?? 0;
}

/** Why nothing may be bought automatically: a bank decides about a payment, or credits are owed, so that a pack would repay a debt. */
export type Hindrance = 'dispute' | 'debt';

export async function findHindrance(db: Db, orgId: OrgId): Promise<Hindrance | null> {
  const [row] = await selectRows<{ hindrance: Hindrance | null }>(
    db,
    sql`select ${HINDRANCE} as hindrance from organization o where o.id = ${orgId}`,
  );
  return row?.hindrance ?? null;
}

const AVAILABLE = sql.raw(`(
  select coalesce(sum(b.posted - b.held), 0)::int
  from ledger_account a join ledger_balance b on b.account_id = a.id
  where a.organization_id = o.id and (a.kind = 'pool' or (a.kind = 'wallet' and o.kind = 'solo')))`);

const HINDRANCE = sql.raw(`(case
  when exists (select 1 from dispute d where d.organization_id = o.id and d.status = 'open') then 'dispute'
  when exists (
    select 1 from ledger_account a join ledger_balance b on b.account_id = a.id
    where a.organization_id = o.id and a.kind = 'debt' and b.posted < 0) then 'debt' end)`);
