/** Teams with a long history of credits, made by set-based SQL. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { openAccounts } from '@/features/credits/open-accounts';
import { makeTeam, systemCtx } from '../../../tests/support/factories';

export type BenchTeam = { admin: Ctx; system: Ctx; memberIds: string[] };

/** A team of `people` members with open wallets, and nothing in them. */
export async function makeBenchTeam(db: Db, people: number): Promise<BenchTeam> {
  const team = await makeTeam(db);
  const system = systemCtx(db, team.orgId, 'bench');
  await openAccounts(system);
  const prefix = team.orgId.slice(-12);
  await db.execute(sql`
    insert into "user" (id, name, email, email_verified)
    select ${`usr_${prefix}_`} || n, 'Person ' || n, ${`${prefix}-`} || n || '@example.test', true
    from generate_series(1, ${people}::int) n`);
  await db.execute(sql`
    insert into member (id, organization_id, user_id, role, department)
    select ${`mem_${prefix}_`} || n, ${team.orgId}, ${`usr_${prefix}_`} || n, 'member', 'Department ' || n % 12
    from generate_series(1, ${people}::int) n`);
  const rows = await selectRows<{ id: string }>(
    db,
    sql`select m.id, ledger_open_wallet(${team.orgId}, m.id) from member m where m.organization_id = ${team.orgId}`,
  );
  return { admin: team.admin.ctx, system, memberIds: rows.map(({ id }) => id) };
}

/**
 * Gives the team a year of history, as the ledger would have written it: of a hundred transfers one is a grant, 69 go to a member's
 * wallet and 30 are charged. Only the balances are added up at once instead of one by one; `verifyLedger` finds no difference.
 */
export async function writeHistory(
  db: Db,
  { system, memberIds }: BenchTeam,
  transfers: number,
): Promise<void> {
  const org = system.orgId;
  const account = (kind: string) =>
    sql`(select id from ledger_account where organization_id = ${org} and kind = ${kind} and member_id = '')`;
  await db.transaction(async (tx) => {
    // Two million rows refer to what this transaction has just written; looking each up would take minutes.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      create temporary table history on commit drop as
      with wallets as (
        select id, row_number() over (order by id) - 1 as number
        from ledger_account where organization_id = ${org} and kind = 'wallet'
      )
      select n, ledger_new_id('trf') || n as id, kind,
        case kind when 'grant' then ${account('world')} when 'settle' then wallet else ${account('pool')} end as source,
        case kind when 'grant' then ${account('pool')} when 'settle' then ${account('consumed')} else wallet end as target,
        case kind when 'grant' then 700 when 'settle' then 4 else 10 end as amount,
        now() - interval '365 days' * (1 - n::float / ${transfers}::int) as at
      from (
        select n, w.id as wallet,
          case when n % 100 = 0 then 'grant' when n % 10 in (3, 6, 9) then 'settle' else 'allocate' end as kind
        from generate_series(0, ${transfers - 1}::int) n
        join wallets w on w.number = (n / 10) % ${memberIds.length}::int
      ) moves`);
    await tx.execute(sql`analyze history`);
    await tx.execute(sql`
      insert into ledger_transfer (id, organization_id, kind, from_account, to_account, amount, idempotency_key,
        request_hash, actor, reference_type, reference_id, pictures, created_at)
      select id, ${org}, kind, source, target, amount, 'history:' || n, 'history', 'system:bench',
        case kind when 'settle' then 'generation' end, case kind when 'settle' then 'gen_' || id end,
        case kind when 'settle' then 2 end, at
      from history order by n`);
    await tx.execute(sql`
      with held as (
        insert into credit_hold (id, organization_id, wallet_account, generation_id, amount, actor, created_at)
        select 'hld_' || id, ${org}, source, 'gen_' || id, amount, 'system:bench', at from history where kind = 'settle'
      )
      insert into hold_resolution (hold_id, settled, released, transfer_id, actor, created_at)
      select 'hld_' || id, amount, 0, id, 'system:bench', at from history where kind = 'settle'`);
    await tx.execute(sql`
      create temporary table legs on commit drop as
      select n, id, kind, source as account, -amount as delta, at from history
      union all select n, id, kind, target, amount, at from history`);
    await tx.execute(sql`analyze legs`);
    await tx.execute(sql`
      insert into ledger_entry (transfer_id, account_id, kind, version, delta, balance_after, created_at)
      select l.id, l.account, l.kind,
        case when b.account_id is not null then row_number() over (partition by l.account order by n) end, l.delta,
        case when b.account_id is not null then sum(l.delta) over (partition by l.account order by n) end, l.at
      from legs l left join ledger_balance b on b.account_id = l.account
      order by n`);
    await tx.execute(sql`
      update ledger_balance b set posted = sums.posted, version = sums.versions, spent = sums.spent
      from (
        select account, sum(delta) as posted, count(*) as versions,
          coalesce(-sum(delta) filter (where kind = 'settle'), 0) as spent
        from legs group by account
      ) sums
      where sums.account = b.account_id`);
  });
  await db.execute(sql`analyze`);
}
