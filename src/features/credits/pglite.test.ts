/** The embedded database runs the same functions; one connection, so nothing about races is shown here. */
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { connectPglite } from '@/adapters/database/pglite';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { makeTeam, systemCtx } from '../../../tests/support/factories';
import { expectLedgerClean, give, hold, key, openTeamLedger } from '../../../tests/support/ledger';
import { keepPromise } from './keep-promise';
import { promiseCredits } from './promise';
import { findMyWallet, getOverview, listWallets } from './queries';
import { refundToWallet } from './refund';
import { returnWallet } from './return-wallet';
import { settleHold } from './settle';
import { listStatement } from './statement';

const connection = await connectPglite();
afterAll(() => connection.close());

test('a team’s credits from grant to statement on PGlite', async () => {
  await connection.migrate();
  const team = await makeTeam(connection.db);
  const system = systemCtx(connection.db, team.orgId);
  await openTeamLedger(team, 100);
  const once = key();
  await give(team, 30, once);
  expect(await give(team, 30, once)).toMatchObject({ replayed: true });
  await expect(give(team, 29, once)).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  await expect(give(team, 71)).rejects.toMatchObject({ code: 'insufficient_credits' });
  const generationId = await hold(team, 10);
  await expect(hold(team, 21)).rejects.toMatchObject({ code: 'insufficient_credits' });
  await settleHold(system, { generationId, amount: 6 });
  await expect(settleHold(system, { generationId, amount: 7 })).rejects.toMatchObject({ code: 'conflict' });
  await refundToWallet(system, { generationId, amount: 1, idempotencyKey: key() });
  await promiseCredits(team.admin.ctx, { invitationId: 'inv_1', amount: 5 });
  await keepPromise(system, { invitationId: 'inv_1', memberId: team.owner.memberId });
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ balance: 25, held: 0, free: 25, used: 5 });
  await hold(team, 2);
  await returnWallet(team.admin.ctx, { memberId: team.member.memberId });
  expect(await getOverview(team.admin.ctx)).toMatchObject({
    issued: 100,
    pool: 88,
    wallets: 7,
    held: 2,
    used: 5,
  });
  expect((await listWallets(team.admin.ctx)).rows).toHaveLength(3);
  const { rows } = await listStatement(team.admin.ctx, { kind: 'pool' });
  expect(rows.map((row) => row.balance)).toEqual([88, 65, 70, 100]);
  await expectLedgerClean(connection.db);
}, 60_000);

test('statements that are remembered answer as they did the first time', async () => {
  const { db } = connection;
  const read = async (values: readonly unknown[]) => {
    const [text, number, none, list, moment] = values;
    const rows = await selectRows(
      db,
      sql`
      select ${text}::text as text, ${number}::int + 1 as number, ${none}::text as none, ${list}::int[] as list,
        ${moment}::timestamptz at time zone 'UTC' = '2026-11-28' as day, ${JSON.stringify({ a: [1] })}::jsonb as json`,
    );
    return rows[0];
  };
  const first = ['a', 1, null, '{1,2}', '2026-11-28T00:00:00Z'];
  const expected = { text: 'a', number: 2, none: null, list: [1, 2], day: true, json: { a: [1] } };
  expect(await read(first)).toEqual(expected);
  expect(await read(first)).toEqual(expected);
  expect(await read(['b', 2, 'c', null, '2026-11-27T00:00:00Z'])).toMatchObject({
    text: 'b',
    number: 3,
    none: 'c',
    list: null,
    day: false,
  });
});

test('a statement that fails harms neither itself nor the next, alone and in a transaction', async () => {
  const { db } = connection;
  const divide = async (by: number, on: Db = db) =>
    (await selectRows(on, sql`select 6 / ${by}::int as result`))[0];
  await expect(divide(0)).rejects.toMatchObject({ cause: { code: '22012' } });
  expect(await divide(2)).toEqual({ result: 3 });
  await expect(db.execute(sql`select nothing from nowhere`)).rejects.toMatchObject({
    cause: { code: '42P01' },
  });
  let late = () => divide(1);
  await expect(
    db.transaction(async (tx) => {
      late = () => divide(1, tx);
      await divide(0, tx);
    }),
  ).rejects.toMatchObject({ cause: { code: '22012' } });
  await expect(late()).rejects.toThrow();
  expect(await db.transaction((tx) => divide(3, tx))).toEqual({ result: 2 });
});

test('more statements than are remembered still answer', async () => {
  for (let turn = 0; turn < 2; turn += 1)
    for (let n = 0; n < 310; n += 1) {
      const rows = await selectRows(connection.db, sql`select ${sql.raw(String(n))} as n`);
      expect(rows).toEqual([{ n }]);
    }
  const rows = await selectRows<{ kept: number }>(
    connection.db,
    sql`select count(*)::int as kept from pg_prepared_statements`,
  );
  expect(rows[0]?.kept).toBeLessThanOrEqual(300);
});
