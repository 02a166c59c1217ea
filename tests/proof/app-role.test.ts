/** The database itself keeps the running product from changing what is append-only: by its role's grants, besides the triggers. */
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from '@/adapters/database/connection';
import { connectPglite } from '@/adapters/database/pglite';
import { connectPg } from '@/adapters/database/postgres';
import { openBoss } from '@/adapters/queue/pg-boss';
import type { Ctx } from '@/db/context';
import { pgError } from '@/db/errors';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { allocateCredits } from '@/features/credits/allocate';
import { purchaseCredits } from '@/features/credits/purchase';
import { getOverview } from '@/features/credits/queries';
import { settleHold } from '@/features/credits/settle';
import { removeMember } from '@/features/organizations/remove-member';
import { enqueue } from '@/jobs/port';
import { testConnection } from '../support/database';
import { makeTeam, systemCtx, type TestTeam } from '../support/factories';
import { expectLedgerClean, hold, key, openTeamLedger, recordPayment } from '../support/ledger';

/** Signed in as a user who is a member of the product's role and nothing else. */
let app: Connection;
let owner: Db;

beforeAll(async () => {
  const { db, url } = await testConnection();
  owner = db;
  const user = `app_${randomBytes(4).toString('hex')}`;
  await db.execute(sql.raw(`create role ${user} login password 'secret' in role headcraft_app`));
  const address = new URL(url);
  address.username = user;
  address.password = 'secret';
  app = connectPg(address.href, 5);
  await app.migrate();
});
afterAll(() => app.close());

/** Everything of theirs goes through this handle. */
const through = (team: TestTeam, db: Db): TestTeam => {
  const via = <T extends { ctx: Ctx }>(one: T): T => ({ ...one, ctx: { ...one.ctx, db } });
  return { ...team, owner: via(team.owner), admin: via(team.admin), member: via(team.member) };
};

async function buyAndSpend(db: Db): Promise<TestTeam> {
  const team = through(await makeTeam(db), db);
  await openTeamLedger(team);
  const system = systemCtx(db, team.orgId);
  const paymentId = await recordPayment(db, team.orgId, team.owner.memberId, 50);
  await purchaseCredits(system, { paymentId, amount: 50 });
  await allocateCredits(team.admin.ctx, {
    memberId: team.member.memberId,
    amount: 10,
    idempotencyKey: key(),
  });
  await settleHold(system, { generationId: await hold(team, 8), amount: 5 });
  expect(await getOverview(team.admin.ctx)).toMatchObject({
    issued: 50,
    pool: 40,
    wallets: 5,
    held: 0,
    used: 5,
  });
  return team;
}

const APPEND_ONLY = [
  'ledger_account',
  'ledger_transfer',
  'ledger_entry',
  'ledger_operation',
  'credit_hold',
  'hold_resolution',
  'audit_event',
  'style_version',
];
const REFUSED = { code: '42501' };

async function refusalOf(db: Db, ...statements: string[]) {
  try {
    await db.transaction(async (tx) => {
      for (const statement of statements) await tx.execute(sql.raw(statement));
    });
    return null;
  } catch (error) {
    return pgError(error);
  }
}

test('it buys, gives, holds, charges, lets people go, and works jobs off', async () => {
  const team = await buyAndSpend(app.db);
  await removeMember(team.owner.ctx, { memberId: team.member.memberId });
  await expectLedgerClean(app.db, team.orgId);
  const boss = openBoss(app);
  await boss.start();
  await enqueue(app.db, 'events.prune', {});
  expect(await boss.fetch('events.prune')).toHaveLength(1);
  await boss.stop({ graceful: false });
});

test.each(APPEND_ONLY)('it adds to %s and changes nothing of it', async (table) => {
  const [row] = await selectRows<{ name: string }>(
    owner,
    sql`select column_name as name from information_schema.columns where table_name = ${table} limit 1`,
  );
  const column = row?.name ?? '';
  expect(await refusalOf(app.db, `update ${table} set ${column} = ${column}`)).toMatchObject(REFUSED);
  expect(await refusalOf(app.db, `delete from ${table}`)).toMatchObject(REFUSED);
  expect(await refusalOf(app.db, `truncate ${table} cascade`)).toMatchObject(REFUSED);
  expect(await refusalOf(app.db, `alter table ${table} disable trigger all`)).toMatchObject(REFUSED);
});

test('it moves balances and removes none', async () => {
  expect(await refusalOf(app.db, 'delete from ledger_balance')).toMatchObject(REFUSED);
  expect(await refusalOf(app.db, 'truncate ledger_balance')).toMatchObject(REFUSED);
  expect(await refusalOf(app.db, 'drop trigger ledger_balance_stays on ledger_balance')).toMatchObject(
    REFUSED,
  );
});

test('every table that a trigger keeps append-only is kept so by the grants', async () => {
  const rows = await selectRows<{ name: string }>(
    owner,
    sql`select distinct tgrelid::regclass::text as name from pg_trigger where tgname like '%append_only'`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(APPEND_ONLY.toSorted());
});

test('it does not migrate, and does not start on a database that is behind', async () => {
  await expect(app.migrate()).resolves.toBeUndefined();
  await owner.execute(sql`update repeatable_migration set checksum = 'old' where name = '10-guards.sql'`);
  await expect(app.migrate()).rejects.toThrow('10-guards.sql');
  await (await testConnection()).migrate();
  await expect(app.migrate()).resolves.toBeUndefined();
});

test('the embedded database has the same role', async () => {
  const pglite = await connectPglite();
  try {
    await pglite.migrate();
    await pglite.db.transaction(async (tx) => {
      await tx.execute(sql`set local role headcraft_app`);
      await buyAndSpend(tx as Db);
    });
    for (const statement of ['update ledger_transfer set amount = 1', 'truncate ledger_balance'])
      expect(await refusalOf(pglite.db, 'set local role headcraft_app', statement)).toMatchObject(REFUSED);
  } finally {
    await pglite.close();
  }
}, 120_000);
