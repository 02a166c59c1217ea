/** What the credits pages read and do beyond the ledger's own verbs and queries. */
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { member } from '@/db/schema/auth';
import { selectRows } from '@/db/sql-rows';
import {
  expectLedgerClean,
  give,
  hold,
  key,
  recordPayment,
  type TwoTeams,
  twoTeams,
} from '../../../tests/support/ledger';
import { getPurchases } from './average-price';
import { getMemberUsage } from './member-usage';
import { findMemberWallet } from './member-wallet';
import { listOpenHolds } from './open-holds';
import { purchaseCredits } from './purchase';
import { getOverview } from './queries';
import { reclaimMany } from './reclaim-many';
import { returnWallet } from './return-wallet';
import { settleHold } from './settle';
import { findBalanceBefore } from './statement-balance';
import { getTotals } from './usage-queries';
import { spanOf } from './usage-rules';
import { voidHold } from './void';

let { db, team, other, system } = {} as TwoTeams;
beforeEach(async () => {
  ({ db, team, other, system } = await twoTeams());
});

test('a person’s usage is what was charged, given and made, day by day', async () => {
  const { memberId } = team.member;
  const { ctx } = team.admin;
  await settleHold(system, { generationId: await hold(team, 8), amount: 5, pictures: 4 });
  await voidHold(system, { generationId: await hold(team, 3) });
  const span = spanOf('30d', new Date());
  const usage = await getMemberUsage(ctx, memberId, span);
  expect(usage).toMatchObject({ used: 5, given: 20, pictures: 4 });
  expect(usage.days).toHaveLength(30);
  expect(usage.days.at(-1)).toEqual({ day: new Date().toISOString().slice(0, 10), credits: 5 });
  expect(await getTotals(ctx, span)).toMatchObject({ used: 5, headshots: 4 });
  expect((await getMemberUsage(other.admin.ctx, memberId, span)).used).toBe(0);
  await expect(getMemberUsage(team.member.ctx, memberId, span)).rejects.toMatchObject({ code: 'forbidden' });
});

test('only open holds are listed, of this team', async () => {
  const open = await hold(team, 3);
  await settleHold(system, { generationId: await hold(team, 4), amount: 1 });
  await hold(other, 2);
  const holds = await listOpenHolds(team.admin.ctx);
  expect(holds.map(({ memberId, amount }) => [memberId, amount])).toEqual([[team.member.memberId, 3]]);
  expect(await listOpenHolds(team.admin.ctx, { memberId: team.owner.memberId })).toEqual([]);
  await voidHold(system, { generationId: open });
  expect(await listOpenHolds(team.admin.ctx)).toEqual([]);
});

test('a statement opens with the balance before its first day and closes with the last one', async () => {
  const of = { kind: 'pool' } as const;
  const { ctx } = team.admin;
  await give(team, 30);
  const [moment] = await selectRows<{ at: Date | string }>(
    db,
    sql`select e.created_at as at from ledger_entry e join ledger_account a on a.id = e.account_id
      where a.organization_id = ${team.orgId} and a.kind = 'pool' order by e.version desc limit 1`,
  );
  expect(await findBalanceBefore(ctx, of, new Date(moment?.at ?? 0))).toBe(100);
  expect(await findBalanceBefore(ctx, of, null)).toBe(70);
  expect(await findBalanceBefore(ctx, of, new Date('2020-01-01'))).toBe(0);
  const wallet = { kind: 'wallet', memberId: team.member.memberId } as const;
  expect(await findBalanceBefore(team.member.ctx, wallet, null)).toBe(50);
  await expect(findBalanceBefore(team.member.ctx, of, null)).rejects.toMatchObject({ code: 'forbidden' });
  const admins = { kind: 'wallet', memberId: team.admin.memberId } as const;
  await expect(findBalanceBefore(team.member.ctx, admins, null)).rejects.toMatchObject({ code: 'not_found' });
});

test('a wallet is found while its member is here and after they left; another team’s is not', async () => {
  const { memberId } = team.member;
  expect(await findMemberWallet(team.admin.ctx, memberId)).toMatchObject({ free: 20, present: true });
  await returnWallet(team.admin.ctx, { memberId });
  await db.delete(member).where(eq(member.id, memberId));
  expect(await findMemberWallet(team.admin.ctx, memberId)).toMatchObject({
    name: 'A former member',
    free: 0,
    present: false,
  });
  expect(await findMemberWallet(team.admin.ctx, other.member.memberId)).toBeNull();
});

test('what a credit cost is what was paid for all that were bought', async () => {
  expect(await getPurchases(team.admin.ctx)).toEqual({ bought: 0, paidCents: 0 });
  const paymentId = await recordPayment(db, team.orgId, team.owner.memberId, 50);
  await purchaseCredits(system, { amount: 50, paymentId });
  expect(await getPurchases(team.admin.ctx)).toEqual({ bought: 50, paidCents: 2_900 });
  expect(await getPurchases(other.admin.ctx)).toEqual({ bought: 0, paidCents: 0 });
});

test('taking back from several leaves alone what changed meanwhile, and counts once', async () => {
  const { ctx } = team.admin;
  await give(team, 5);
  const input = {
    moves: [
      { memberId: team.member.memberId, amount: 25 },
      { memberId: team.admin.memberId, amount: 4 },
      { memberId: other.member.memberId, amount: 1 },
    ],
    idempotencyKey: key(),
  };
  expect(await reclaimMany(ctx, input)).toEqual({ taken: 25, refused: 2 });
  expect(await reclaimMany(ctx, input)).toEqual({ taken: 25, refused: 2 });
  expect(await getOverview(ctx)).toMatchObject({ pool: 120, wallets: 0 });
  await expect(reclaimMany(team.member.ctx, input)).rejects.toMatchObject({ code: 'forbidden' });
  await expectLedgerClean(db);
});
