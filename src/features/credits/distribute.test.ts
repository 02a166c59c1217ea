/** Credits for many at once: exactly what was shown, all of it or nothing. */
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/audit';
import { member, organization } from '@/db/schema/auth';
import { selectRows } from '@/db/sql-rows';
import { newId } from '@/lib/ids';
import { countStatements } from '../../../tests/support/count-statements';
import { expectLedgerClean, give, hold, key, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { allocateCredits } from './allocate';
import { giveEachInput } from './batch-input';
import { distributeCredits } from './distribute';
import { grantCredits } from './grant';
import type { DistributionInput } from './input';
import { previewDistribution } from './preview-distribution';
import { findPool, getOverview, listWallets } from './queries';
import { reclaimCredits } from './reclaim';
import { returnWallet } from './return-wallet';

let { db, team, other, system, expectRefused } = {} as TwoTeams;
beforeEach(async () => {
  // 100 in the pool, 20 in the member's wallet; the owner and the admin have none.
  ({ db, team, other, system, expectRefused } = await twoTeams());
});

const distribute = (distribution: DistributionInput, expected?: string, idempotencyKey = key()) =>
  distributeCredits(team.admin.ctx, { distribution, expected, idempotencyKey });

async function balances(): Promise<Record<string, number>> {
  const { rows } = await listWallets(team.admin.ctx);
  return Object.fromEntries(rows.map(({ role, balance }) => [role, balance]));
}

test('what can be given is the pool of one’s own team, told to those who may give', async () => {
  await give(team, 30);
  expect(await findPool(team.admin.ctx)).toBe(70);
  expect(await findPool(other.admin.ctx)).toBe(100);
  await expect(findPool(team.member.ctx)).rejects.toMatchObject({ code: 'forbidden' });
});

describe('even split', () => {
  test('of the whole pool: equal parts, the remainder stays', async () => {
    const preview = await previewDistribution(team.admin.ctx, { mode: 'even' });
    expect(preview).toMatchObject({ people: 3, skipped: 0, total: 99, poolBefore: 100, poolAfter: 1 });
    expect(preview.rows.map(({ before, amount }) => [before, amount]).sort()).toEqual([
      [0, 33],
      [0, 33],
      [20, 33],
    ]);
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 100 });
    expect(await distribute({ mode: 'even' }, preview.expected)).toMatchObject({
      people: 3,
      total: 99,
      poolAfter: 1,
      replayed: false,
    });
    expect(await balances()).toEqual({ owner: 33, admin: 33, member: 53 });
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 1, wallets: 119 });
    await expectLedgerClean(db, team.orgId);
  });
  test('of an amount, among some; one audit event for all of it', async () => {
    const memberIds = [team.owner.memberId, team.member.memberId];
    await distribute({ mode: 'even', amount: 11, memberIds });
    expect(await balances()).toEqual({ owner: 5, admin: 0, member: 25 });
    const events = await db.select().from(auditEvent).where(eq(auditEvent.action, 'credits.distribute'));
    expect(events.filter(({ subjectId }) => subjectId === team.orgId)).toHaveLength(1);
    await expectLedgerClean(db, team.orgId);
  });
  test('fewer credits than people, or more than the pool has, moves nothing', async () => {
    await expectRefused(() => distribute({ mode: 'even', amount: 2 }), 'conflict');
    await expect(distribute({ mode: 'even', amount: 101 })).rejects.toMatchObject({
      code: 'insufficient_credits',
      details: { available: 100, needed: 101 },
    });
  });
});

describe('top up', () => {
  test('everybody below the number gets the difference; what is held does not count', async () => {
    await hold(team, 15);
    const preview = await previewDistribution(team.admin.ctx, { mode: 'top-up', target: 8 });
    expect(preview).toMatchObject({ people: 3, total: 8 + 8 + 3, poolAfter: 81 });
    await distribute({ mode: 'top-up', target: 8 }, preview.expected);
    expect(await balances()).toEqual({ owner: 8, admin: 8, member: 23 });
    await expectRefused(() => distribute({ mode: 'top-up', target: 8 }), 'conflict');
    await expectLedgerClean(db, team.orgId);
  });
  test('a department only', async () => {
    await db.update(member).set({ department: 'Sales' }).where(eq(member.id, team.owner.memberId));
    await distribute({ mode: 'top-up', target: 30, department: 'Sales' });
    expect(await balances()).toEqual({ owner: 30, admin: 0, member: 20 });
    await expectRefused(() => distribute({ mode: 'even', department: 'Legal' }), 'conflict');
  });
  test('refused when the pool is short: all or nothing', () =>
    expect(distribute({ mode: 'top-up', target: 60 })).rejects.toMatchObject({
      code: 'insufficient_credits',
      details: { available: 100, needed: 160 },
    }));
});

test('a preview that no longer holds moves nothing', async () => {
  const topUp = { mode: 'top-up', target: 10 } as const;
  const { expected } = await previewDistribution(team.admin.ctx, topUp);
  const { memberId } = team.owner;
  await allocateCredits(team.admin.ctx, { memberId, amount: 4, idempotencyKey: key() });
  await expectRefused(() => distribute(topUp, expected), 'conflict');
  await distribute(topUp, (await previewDistribution(team.admin.ctx, topUp)).expected);
  expect(await balances()).toEqual({ owner: 10, admin: 10, member: 20 });
});

test('a preview is one moment: its rows add up, whoever moves credits meanwhile', async () => {
  let over = false;
  const others = Array.from({ length: 8 }, async () => {
    while (!over) {
      const { memberId } = team.member;
      await allocateCredits(team.admin.ctx, { memberId, amount: 1, idempotencyKey: key() });
      await reclaimCredits(team.admin.ctx, { memberId, amount: 1, idempotencyKey: key() });
    }
  });
  try {
    for (let round = 0; round < 150; round += 1) {
      const { rows, total, poolBefore } = await previewDistribution(team.admin.ctx, {
        mode: 'top-up',
        target: 30,
      });
      const given = (what: 'before' | 'amount') => rows.reduce((sum, row) => sum + row[what], 0);
      expect({ amounts: given('amount'), credits: poolBefore + given('before') }).toEqual({
        amounts: total,
        credits: 120,
      });
    }
  } finally {
    over = true;
    await Promise.all(others);
  }
});

test('the same number to many has an end, and the field says so', () => {
  const input = { memberIds: Array.from({ length: 500 }, (_, at) => `mem_${at}`), idempotencyKey: key() };
  expect(giveEachInput.safeParse({ ...input, each: 2_000 }).success).toBe(true);
  expect(giveEachInput.safeParse({ ...input, each: 2_001 }).error?.issues).toMatchObject([
    { path: ['each'] },
  ]);
});

test('a closed wallet gets nothing, even before its membership is gone', async () => {
  await returnWallet(system, { memberId: team.member.memberId });
  const distribution = { mode: 'even', amount: 60 } as const;
  expect(await previewDistribution(team.admin.ctx, distribution)).toMatchObject({ people: 2, total: 60 });
  expect(await distribute(distribution)).toMatchObject({ people: 2, total: 60 });
  expect(await balances()).toMatchObject({ owner: 30, admin: 30, member: 0 });
  await expectLedgerClean(db, team.orgId);
});

test('one key: the first answer again, another request refused, also against single moves', async () => {
  const idempotencyKey = key();
  const first = await distribute({ mode: 'even', amount: 30 }, undefined, idempotencyKey);
  expect(await distribute({ mode: 'even', amount: 30 }, undefined, idempotencyKey)).toEqual({
    ...first,
    replayed: true,
  });
  await expectRefused(
    () => distribute({ mode: 'even', amount: 60 }, undefined, idempotencyKey),
    'idempotency_mismatch',
  );
  await expectRefused(() => give(team, 1, idempotencyKey), 'idempotency_mismatch');
  const single = key();
  await give(team, 1, single);
  await expectRefused(() => distribute({ mode: 'even' }, undefined, single), 'idempotency_mismatch');
});

test('twenty at once with one key give once; with two keys the pool is never overdrawn', async () => {
  const idempotencyKey = key();
  const same = await Promise.all(
    Array.from({ length: 20 }, () => distribute({ mode: 'even', amount: 30 }, undefined, idempotencyKey)),
  );
  expect(same.filter(({ replayed }) => !replayed)).toHaveLength(1);
  const two = await Promise.allSettled([
    distribute({ mode: 'even', amount: 60 }),
    distribute({ mode: 'even', amount: 60 }),
  ]);
  expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 10 });
  await expectLedgerClean(db, team.orgId);
});

test('not by members, not for another team’s people, not in a team of one, not zero', async () => {
  await expectRefused(
    () => distributeCredits(team.member.ctx, { distribution: { mode: 'even' }, idempotencyKey: key() }),
    'forbidden',
  );
  await expectRefused(() => previewDistribution(team.member.ctx, { mode: 'even' }), 'forbidden');
  const foreign = { mode: 'even', memberIds: [team.owner.memberId, other.owner.memberId] } as const;
  await expectRefused(() => distribute({ ...foreign, memberIds: [...foreign.memberIds] }), 'not_found');
  for (const bad of [0, -1, 1.5, 1_000_001]) {
    await expect(distribute({ mode: 'even', amount: bad })).rejects.toThrow();
    await expect(distribute({ mode: 'top-up', target: bad })).rejects.toThrow();
  }
  await db.update(organization).set({ kind: 'solo' }).where(eq(organization.id, team.orgId));
  await expectRefused(() => distribute({ mode: 'even' }), 'conflict');
  await db.update(organization).set({ kind: 'team' }).where(eq(organization.id, team.orgId));
});

test('a thousand people take as many statements as two', async () => {
  const few = await countStatements(() => distribute({ mode: 'top-up', target: 1 }));
  await db.execute(sql`
    with people as (
      insert into "user" (id, name, email, email_verified)
      select 'usr_' || md5(${team.orgId} || n), 'Person ' || n, md5(${team.orgId} || n) || '@example.test', true
      from generate_series(1, 1000) n returning id
    )
    insert into member (id, organization_id, user_id, role)
    select replace(id, 'usr_', 'mem_'), ${team.orgId}, id, 'member' from people`);
  await selectRows(
    db,
    sql`select count(ledger_open_wallet(${team.orgId}, id)) from member where organization_id = ${team.orgId}`,
  );
  await grantCredits(system, { amount: 10_000, idempotencyKey: newId('request') });
  let done: unknown;
  const many = await countStatements(async () => {
    done = await distribute({ mode: 'top-up', target: 10 });
  });
  // The two had one credit each by then.
  expect(done).toMatchObject({ people: 1_002, total: 10_018 });
  expect(many).toBe(few);
  await expectLedgerClean(db, team.orgId);
});
