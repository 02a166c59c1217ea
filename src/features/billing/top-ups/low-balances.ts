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
 * Available is what the pool has, in a team of one also its wallet without what is held.
 */
export async function findDueBalances(db: Db, limit = 500): Promise<WatchedBalance[]> {
  return selectRows<WatchedBalance>(
    db,
    sql`
      with watched as (
        select w.*, ${AVAILABLE} as available
        from balance_watch w join organization o on o.id = w.organization_id
      )
      select organization_id as "orgId", available from watched
      where (told_at is null and available < notice_below)
        or (told_at is not null and (notice_below is null or available >= notice_below))
        or (top_up_enabled and top_up_paused_at is null and available < top_up_below)
      order by organization_id limit ${limit}`,
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

const AVAILABLE = sql.raw(`(
  select coalesce(sum(b.posted - b.held), 0)::int
  from ledger_account a join ledger_balance b on b.account_id = a.id
  where a.organization_id = o.id and (a.kind = 'pool' or (a.kind = 'wallet' and o.kind = 'solo')))`);
