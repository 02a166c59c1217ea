import { eq, type SQL, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Ctx } from '@/db/context';
import { user } from '@/db/schema/auth';
import { TRANSFER_KINDS } from '@/db/schema/credits';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { textsIn } from '@/texts/catalogue';
import { expectLedgerClean, give, hold, key, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { allocateCredits } from './allocate';
import { promiseCredits } from './promise';
import { getOverview, listWallets } from './queries';
import { reassignCredits } from './reassign';
import { reclaimCredits } from './reclaim';
import { returnPromise } from './return-promise';
import { returnWallet } from './return-wallet';
import { addsUp, balanceSentence } from './rules';
import { settleHold } from './settle';
import { listStatement, type StatementFilters, type StatementOf, streamStatement } from './statement';
import { statementCsv } from './statement-csv';
import { kindsToRead } from './statement-kinds';

const place = { slug: 'acme', base: 'https://headshots.example' };

let { db, team, other, system } = {} as TwoTeams;
beforeEach(async () => {
  ({ db, team, other, system } = await twoTeams());
  await db.update(user).set({ name: 'Luca Ferri' }).where(eq(user.id, team.member.userId));
  await db.update(user).set({ name: 'Maren Vogt' }).where(eq(user.id, team.admin.userId));
});

test('the pool’s statement tells what, who and the balance after it', async () => {
  const { memberId } = team.member;
  await reclaimCredits(team.admin.ctx, { memberId, amount: 6, idempotencyKey: key() });
  await promiseCredits(team.admin.ctx, { invitationId: 'inv_a', amount: 4 });
  await returnPromise(system, { invitationId: 'inv_a' });
  const { rows, nextCursor } = await listStatement(team.admin.ctx, { kind: 'pool' });
  expect(nextCursor).toBeNull();
  expect(rows.map(({ what, who, in: into, out, balance }) => [what, who, into, out, balance])).toEqual([
    ['Returned from an invitation', 'headcraft', 4, null, 106],
    ['Set aside for an invitation', 'Maren Vogt', null, 4, 102],
    ['Reclaimed from Luca Ferri', 'Maren Vogt', 6, null, 106],
    ['Given to Luca Ferri', 'Maren Vogt', null, 20, 100],
    ['Credits from headcraft', 'headcraft', 120, null, 120],
  ]);
});

test('a wallet’s statement, also after its member left', async () => {
  const generationId = await hold(team, 8);
  await settleHold(system, { generationId, amount: 5 });
  await returnWallet(team.admin.ctx, { memberId: team.member.memberId });
  const { rows } = await listStatement(team.admin.ctx, { kind: 'wallet', memberId: team.member.memberId });
  expect(rows.map(({ what, in: into, out, balance }) => [what, into, out, balance])).toEqual([
    ['Returned to the pool', null, 15, 0],
    ['Headshots', null, 5, 15],
    ['From the team pool', 20, null, 20],
  ]);
  expect(rows[1]?.reference).toEqual({ type: 'generation', id: generationId });
});

test('pages follow each other without a gap, while new rows arrive', async () => {
  for (let index = 0; index < 7; index += 1) await give(team, 1);
  const first = await listStatement(team.admin.ctx, { kind: 'pool' }, { limit: 4 });
  await give(team, 1);
  const second = await listStatement(
    team.admin.ctx,
    { kind: 'pool' },
    { limit: 4, cursor: first.nextCursor ?? '' },
  );
  const third = await listStatement(
    team.admin.ctx,
    { kind: 'pool' },
    { limit: 4, cursor: second.nextCursor ?? '' },
  );
  expect([...first.rows, ...second.rows, ...third.rows].map((row) => row.version)).toEqual([
    9, 8, 7, 6, 5, 4, 3, 2, 1,
  ]);
  expect(third.nextCursor).toBeNull();
});

test('filters: kinds, direction, a person, days; the balances stay the account’s', async () => {
  const { memberId } = team.member;
  await allocateCredits(team.admin.ctx, { memberId: team.owner.memberId, amount: 3, idempotencyKey: key() });
  await reclaimCredits(team.admin.ctx, { memberId, amount: 6, idempotencyKey: key() });
  await give(team, 2);
  await promiseCredits(team.admin.ctx, { invitationId: 'inv_f', amount: 4 });
  const read = async (filters: StatementFilters, of: StatementOf = { kind: 'pool' }) => {
    const rows: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listStatement(team.admin.ctx, of, { ...filters, cursor, limit: 1 });
      rows.push(...page.rows.map((row) => `${row.kind} ${row.in ?? -(row.out ?? 0)} ${row.balance}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return rows;
  };
  expect(await read({ kinds: ['allocate'] })).toEqual([
    'allocate -2 101',
    'allocate -3 97',
    'allocate -20 100',
  ]);
  expect(await read({ kinds: ['promise', 'grant', 'settle'] })).toEqual(['promise -4 97', 'grant 120 120']);
  expect(await read({ direction: 'in' })).toEqual(['reclaim 6 103', 'grant 120 120']);
  expect(await read({ direction: 'out', kinds: ['grant'] })).toEqual([]);
  expect(await read({ person: memberId })).toEqual(['allocate -2 101', 'reclaim 6 103', 'allocate -20 100']);
  expect(await read({ person: memberId, direction: 'in' })).toEqual(['reclaim 6 103']);
  expect(await read({ person: other.member.memberId })).toEqual([]);
  await reassignCredits(team.admin.ctx, {
    fromMemberId: memberId,
    toMemberId: team.owner.memberId,
    amount: 5,
    idempotencyKey: key(),
  });
  const mine = { kind: 'wallet', memberId } as const;
  expect(await read({ person: team.owner.memberId }, mine)).toEqual(['reassign -5 11']);
  expect(await read({ person: team.owner.memberId, direction: 'in' }, mine)).toEqual([]);
  expect(await read({ direction: 'out' }, mine)).toEqual(['reassign -5 11', 'reclaim -6 14']);
  const today = new Date().toISOString().slice(0, 10);
  expect(await read({ from: today, to: today, kinds: ['reclaim'] })).toHaveLength(1);
  expect(await read({ from: '2020-01-01', to: '2020-12-31' })).toEqual([]);
  const csv = await new Response(
    await statementCsv(team.admin.ctx, { kind: 'pool' }, place, { kinds: ['promise'] }),
  ).text();
  expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
});

test('a day begins and ends in UTC, and a moment finds its version', async () => {
  const at = [
    '2026-03-31T23:59:59.999Z',
    '2026-04-01T00:00:00Z',
    '2026-04-01T23:59:59.999Z',
    '2026-04-02T00:00:00Z',
  ];
  for (const _ of at) await give(team, 1);
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(
      sql`update ledger_entry set created_at = '2026-03-01' where version < 3 and ${poolEntries()}`,
    );
    for (const [index, moment] of at.entries()) {
      await tx.execute(
        sql`update ledger_entry set created_at = ${moment} where version = ${index + 3} and ${poolEntries()}`,
      );
    }
  });
  const { rows } = await listStatement(
    team.admin.ctx,
    { kind: 'pool' },
    { from: '2026-04-01', to: '2026-04-01' },
  );
  expect(rows.map(({ version }) => version)).toEqual([5, 4]);
});

const poolEntries = () => sql`account_id = (select id from ledger_account
  where organization_id = ${team.orgId} and kind = 'pool')`;

test('every kind of transfer is looked for in a pool or a wallet', () => {
  const all = (['pool', 'wallet'] as const).flatMap((account) =>
    (['in', 'out'] as const).flatMap((direction) => kindsToRead(account, { direction }) ?? []),
  );
  expect(new Set(all)).toEqual(new Set(TRANSFER_KINDS));
});

test('another team’s statement does not exist', async () => {
  const foreign = { kind: 'wallet', memberId: other.member.memberId } as const;
  await expect(listStatement(team.admin.ctx, foreign)).rejects.toMatchObject({ code: 'not_found' });
  await expect(statementCsv(team.member.ctx, foreign, place)).rejects.toMatchObject({ code: 'forbidden' });
});

test('the CSV streams page by page and reads as one', async () => {
  for (let index = 0; index < 5; index += 1) await give(team, 1);
  const pages: number[] = [];
  for await (const rows of streamStatement(team.admin.ctx, { kind: 'pool' })) pages.push(rows.length);
  expect(pages).toEqual([7]);
  const text = await new Response(await statementCsv(team.admin.ctx, { kind: 'pool' }, place)).text();
  const lines = text.split('\r\n');
  expect(lines).toHaveLength(9);
  expect(lines[0]).toBe('Date (UTC),What,Who,In,Out,Balance,Note,Reference,Link,Transfer');
  const link = `https://headshots.example/teams/acme/credits/members/${team.member.memberId}`;
  expect(lines[1]).toMatch(/^20\d\d-.*Z,Given to Luca Ferri,Maren Vogt,,1,95,,,https:/);
  expect(lines[1]).toContain(`,${link},trf_`);
});

test('the CSV links only to what its reader may see', async () => {
  const generationId = await hold(team, 3);
  await settleHold(system, { generationId, amount: 2 });
  const of = { kind: 'wallet', memberId: team.member.memberId } as const;
  const linksOf = async (ctx: Ctx) => {
    const text = await new Response(await statementCsv(ctx, of, place)).text();
    return text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').at(-2));
  };
  expect(await linksOf(team.member.ctx)).toEqual([`${place.base}/teams/acme/headshots/${generationId}`, '']);
  expect(await linksOf(team.admin.ctx)).toEqual(['', '']);
});

test('a page of a long statement reads the index, not the history', async () => {
  const planOf = (kind: SQL) =>
    db.transaction(async (tx) => {
      // This table is so small that reading all of it would be cheaper; what counts is that an index has the order.
      await tx.execute(sql`set local enable_seqscan = off`);
      await tx.execute(sql`set local enable_bitmapscan = off`);
      const [plan] = await selectRows<{ 'QUERY PLAN': unknown }>(
        tx as Db,
        sql`explain (format json) select * from ledger_entry where account_id = 'acc_x' and version < 500 and ${kind}
          order by version desc limit 51`,
      );
      return JSON.stringify(plan);
    });
  const all = await planOf(sql`true`);
  expect(all).toContain('ledger_entry_version');
  expect(all).not.toContain('"Sort"');
  const filtered = await planOf(sql`kind = 'purchase'`);
  expect(filtered).toContain('ledger_entry_');
  expect(filtered).not.toContain('"Sort"');
});

test('wallets: by name, searched, paged, with what each has', async () => {
  const generationId = await hold(team, 8);
  await settleHold(system, { generationId, amount: 3 });
  await hold(team, 2);
  const found = await listWallets(team.admin.ctx, { search: 'luca' });
  expect(found).toMatchObject({ total: 1, nextCursor: null });
  expect(found.rows).toMatchObject([{ name: 'Luca Ferri', balance: 17, held: 2, free: 15, used: 3 }]);
  expect((await listWallets(team.admin.ctx, { search: '100%_' })).rows).toEqual([]);
  const first = await listWallets(team.admin.ctx, { limit: 2 });
  const second = await listWallets(team.admin.ctx, { limit: 2, cursor: first.nextCursor ?? '' });
  const names = [...first.rows, ...second.rows].map((row) => row.name);
  expect(names).toHaveLength(3);
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
  for (const cursor of ['nonsense', Buffer.from('["\\u0000","mem_1"]').toString('base64url')])
    await expect(listWallets(team.admin.ctx, { cursor })).rejects.toMatchObject({ code: 'malformed' });
  await expect(listWallets(team.member.ctx)).rejects.toMatchObject({ code: 'forbidden' });
});

test('the balances add up to what came in, also for people who left', async () => {
  const generationId = await hold(team, 8);
  await settleHold(system, { generationId, amount: 3 });
  await hold(team, 2);
  await promiseCredits(team.admin.ctx, { invitationId: 'inv_b', amount: 9 });
  await returnWallet(team.admin.ctx, { memberId: team.member.memberId });
  const overview = await getOverview(team.admin.ctx);
  expect(overview.former).toEqual({ wallets: 2, used: 3 });
  expect(addsUp(overview)).toBe(true);
  expect(balanceSentence(overview, textsIn('en'))).toBe(
    '120 in = 106 pool + 2 wallets + 9 promised + 3 used',
  );
  expect(addsUp({ ...overview, pool: overview.pool + 1 })).toBe(false);
  await expect(getOverview(team.member.ctx)).rejects.toMatchObject({ code: 'forbidden' });
  await expectLedgerClean(db);
});
