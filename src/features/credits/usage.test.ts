/** Usage adds up: by person, by department, by day, and in total it is what the ledger says. */
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { member, user } from '@/db/schema/auth';
import { give, hold, key, recordPayment, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { allocateCredits } from './allocate';
import { chargeBack } from './charge-back';
import { purchaseCredits } from './purchase';
import { getOverview } from './queries';
import { reclaimCredits } from './reclaim';
import { refundToWallet } from './refund';
import { returnWallet } from './return-wallet';
import { settleHold } from './settle';
import { getTotals, listDepartments, listSpendByDay, listUsage } from './usage-queries';

let { db, team, other, system } = {} as TwoTeams;
const now = new Date();
const today = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
const days = (count: number) => new Date(today.getTime() + count * 86_400_000);
const span = { from: days(-2), to: days(1) };

beforeEach(async () => {
  ({ db, team, other, system } = await twoTeams());
  await db.update(user).set({ name: 'Luca Ferri' }).where(eq(user.id, team.member.userId));
  await db.update(user).set({ name: 'Maren Vogt' }).where(eq(user.id, team.admin.userId));
  await db.update(user).set({ name: 'Ada Roth' }).where(eq(user.id, team.owner.userId));
  for (const person of [team.member, team.owner]) {
    await db.update(member).set({ department: 'Sales' }).where(eq(member.id, person.memberId));
  }
  await allocateCredits(team.admin.ctx, { memberId: team.admin.memberId, amount: 30, idempotencyKey: key() });
  const mine = await spend(team.member, 8, 4);
  await refundToWallet(system, { generationId: mine, amount: 2, idempotencyKey: key() });
  await spend(team.admin, 12, 4);
  await reclaimCredits(team.admin.ctx, { memberId: team.member.memberId, amount: 3, idempotencyKey: key() });
});

async function spend(person: TwoTeams['team']['member'], amount: number, pictures: number): Promise<string> {
  const generationId = await hold({ ...team, member: person }, amount);
  await settleHold(system, { generationId, amount, pictures });
  return generationId;
}

test('by person, whoever used most first, paged', async () => {
  const all = await listUsage(team.admin.ctx, { by: 'member', ...span });
  expect(
    all.rows.map(({ name, used, given, headshots, balance }) => [name, used, given, headshots, balance]),
  ).toEqual([
    ['Maren Vogt', 12, 30, 4, 18],
    ['Luca Ferri', 6, 17, 4, 11],
    ['Ada Roth', 0, 0, 0, 0],
  ]);
  expect(all.nextCursor).toBeNull();
  const first = await listUsage(team.admin.ctx, { by: 'member', ...span, limit: 2 });
  const rest = await listUsage(team.admin.ctx, {
    by: 'member',
    ...span,
    limit: 2,
    cursor: first.nextCursor ?? '',
  });
  expect([...first.rows, ...rest.rows]).toEqual(all.rows);
});

test('by department as people are in it now', async () => {
  const { rows } = await listUsage(team.admin.ctx, { by: 'department', ...span });
  expect(rows).toMatchObject([
    { key: null, name: null, people: 1, used: 12, headshots: 4, balance: 18 },
    { key: 'Sales', name: 'Sales', people: 2, used: 6, given: 17, headshots: 4, balance: 11 },
  ]);
  expect(await listDepartments(team.admin.ctx)).toEqual(['Sales']);
});

test('who left is one line, and the lines add up to what was used', async () => {
  await returnWallet(team.admin.ctx, { memberId: team.member.memberId });
  await db.delete(member).where(eq(member.id, team.member.memberId));
  for (const by of ['member', 'department'] as const) {
    const { rows } = await listUsage(team.admin.ctx, { by, ...span });
    expect(rows.at(-1)).toMatchObject({ key: 'former', name: 'Former members', used: 6, balance: 0 });
    expect(rows.reduce((sum, { used }) => sum + used, 0)).toBe((await getOverview(team.admin.ctx)).used);
  }
});

test('by day in UTC, zeros included', async () => {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update ledger_transfer set created_at = ${days(-1).toISOString()}
      where organization_id = ${team.orgId} and kind = 'settle' and amount = 12`);
    await tx.execute(sql`update ledger_transfer set created_at = ${new Date(days(1).getTime() - 1).toISOString()}
      where organization_id = ${team.orgId} and kind = 'settle' and amount = 8`);
  });
  const spent = await listSpendByDay(team.admin.ctx, span);
  const day = (count: number) => days(count).toISOString().slice(0, 10);
  expect(spent).toEqual([
    { day: day(-2), credits: 0 },
    { day: day(-1), credits: 12 },
    { day: day(0), credits: 6 },
  ]);
  const { rows } = await listUsage(team.admin.ctx, { by: 'member', from: days(-1), to: days(0) });
  expect(rows[0]).toMatchObject({ name: 'Maren Vogt', used: 12 });
  expect(rows[1]).toMatchObject({ used: 0 });
});

test('totals', async () => {
  const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, 50);
  await purchaseCredits(system, { amount: 50, paymentId });
  await chargeBack(system, { paymentId, disputeId: `dsp_${team.orgId}`, credits: 10 });
  expect(await getTotals(team.admin.ctx, span)).toEqual({
    bought: 50,
    paidCents: 2_900,
    granted: 120,
    used: 18,
    refunded: 10,
    headshots: 8,
  });
  expect(await getTotals(team.admin.ctx, { from: days(-9), to: days(-5) })).toEqual({
    bought: 0,
    paidCents: 0,
    granted: 0,
    used: 0,
    refunded: 0,
    headshots: 0,
  });
});

test('for admins, of their own team', async () => {
  for (const read of [
    () => listUsage(team.member.ctx, { by: 'member', ...span }),
    () => listSpendByDay(team.member.ctx, span),
    () => getTotals(team.member.ctx, span),
    () => listDepartments(team.member.ctx),
  ]) {
    await expect(read()).rejects.toMatchObject({ code: 'forbidden' });
  }
  await give(other, 5);
  expect((await listUsage(other.admin.ctx, { by: 'member', ...span })).rows[0]?.used).toBe(0);
  expect(await getTotals(other.admin.ctx, span)).toMatchObject({ used: 0, headshots: 0 });
});
