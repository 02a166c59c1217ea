/**
 * Races without luck: a transaction takes the balance rows first, so that all requests stand at the same point, and then lets go.
 */
import { type SQL, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { pgError } from '@/db/errors';
import { selectRows } from '@/db/sql-rows';
import type { Db, OrgId } from '@/db/types';
import { isAppError } from '@/lib/errors';
import { expectLedgerClean } from './ledger';

type Work = () => Promise<unknown>;

/** All at once, as far as they get while the team's balances are locked, and then on. What each came to, sorted. */
export function together(db: Db, orgId: OrgId, ...works: Work[]): Promise<string[]> {
  return behind(db, orgId, sql`true`, async (started) => {
    started.push(...works.map((work) => outcomeOf(work())));
    await expectWaiting(db, works.length);
  });
}

/**
 * One after the other, each as far as it gets while only the pool is locked: the first has its wallets by then, those behind it
 * whatever they take before a wallet. Then on. What each came to, sorted.
 */
export function inLine(db: Db, orgId: OrgId, ...works: Work[]): Promise<string[]> {
  return behind(db, orgId, sql`a.kind = 'pool'`, async (started) => {
    for (const work of works) {
      started.push(outcomeOf(work()));
      await expectWaiting(db, started.length);
    }
  });
}

/** One request that waits for the pool, and what others do to it meanwhile: `meanwhile` gets the handle that has the pool. */
export function whileWaiting(
  db: Db,
  orgId: OrgId,
  work: Work,
  meanwhile: (holder: Db) => Promise<unknown>,
): Promise<string[]> {
  return behind(db, orgId, sql`a.kind = 'pool'`, async (started, holder) => {
    started.push(outcomeOf(work()));
    await expectWaiting(db, 1);
    await meanwhile(holder);
  });
}

async function behind(
  db: Db,
  orgId: OrgId,
  which: SQL,
  start: (started: Promise<string>[], holder: Db) => Promise<void>,
): Promise<string[]> {
  const started: Promise<string>[] = [];
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      select 1 from ledger_balance b join ledger_account a on a.id = b.account_id
      where a.organization_id = ${orgId} and ${which} order by b.account_id for update of b`);
    await tx.execute(sql`select 1 from credit_request where organization_id = ${orgId} for update`);
    await start(started, tx as Db);
  });
  const outcomes = await Promise.all(started);
  await expectLedgerClean(db, orgId);
  return outcomes.sort();
}

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (isAppError(error)) return error.code;
    return pgError(error)?.message ?? String(error);
  }
}

function expectWaiting(db: Db, count: number): Promise<void> {
  return expect.poll(() => countWaiting(db), { timeout: 20_000, interval: 10 }).toBe(count);
}

async function countWaiting(db: Db): Promise<number> {
  const rows = await selectRows(
    db,
    sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length;
}
