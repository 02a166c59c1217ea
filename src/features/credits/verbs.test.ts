/** Every verb: works and leaves its trace, refuses the wrong role, and does not see another organization. */
import { and, eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '@/db/context';
import { auditEvent } from '@/db/schema/audit';
import { member, organization } from '@/db/schema/auth';
import { teamEvent } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../tests/support/database';
import { makeMember, makeTeam, systemCtx, type TestTeam } from '../../../tests/support/factories';
import { expectLedgerClean, openTeamLedger, recordPayment } from '../../../tests/support/ledger';
import { allocateCredits } from './allocate';
import { grantCredits } from './grant';
import { holdCredits } from './hold';
import { keepPromise } from './keep-promise';
import { openAccounts } from './open-accounts';
import { openWallet } from './open-wallet';
import { promiseCredits } from './promise';
import { purchaseCredits } from './purchase';
import { findMyWallet, getOverview } from './queries';
import { reassignCredits } from './reassign';
import { reclaimCredits } from './reclaim';
import { refundToWallet } from './refund';
import { returnPromise } from './return-promise';
import { returnWallet } from './return-wallet';
import { settleHold } from './settle';
import { voidHold } from './void';

let db: Db;
let team: TestTeam;
let other: TestTeam;
let system: Ctx;

/** The team's pool has 100, the member's wallet 20; the other team's the same. */
beforeEach(async () => {
  db = await testDatabase();
  team = await makeTeam(db);
  other = await makeTeam(db);
  for (const each of [team, other]) {
    await openTeamLedger(each, 120);
    await give(each, 20);
  }
  system = systemCtx(db, team.orgId);
});

const key = () => newId('request');
const give = (to: TestTeam, amount: number) =>
  allocateCredits(to.admin.ctx, { memberId: to.member.memberId, amount, idempotencyKey: key() });
const hold = (from: TestTeam, amount: number) => {
  const generationId = newId('generation');
  return holdCredits(from.member.ctx, { generationId, memberId: from.member.memberId, amount }).then(
    () => generationId,
  );
};
const wallet = (ctx: Ctx) => findMyWallet(ctx);

async function expectTrace(action: string, subjectId: string): Promise<void> {
  const audits = await db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.action, action), eq(auditEvent.subjectId, subjectId)));
  expect(audits).toHaveLength(1);
  const events = await db
    .select()
    .from(teamEvent)
    .where(and(eq(teamEvent.organizationId, team.orgId), eq(teamEvent.type, 'balance.changed')));
  expect(events.length).toBeGreaterThan(0);
}

async function expectRefused(attempt: () => Promise<unknown>, code: string): Promise<void> {
  const before = await getOverview(team.admin.ctx);
  const beforeOther = await getOverview(other.admin.ctx);
  await expect(attempt()).rejects.toMatchObject({ code });
  expect(await getOverview(team.admin.ctx)).toEqual(before);
  expect(await getOverview(other.admin.ctx)).toEqual(beforeOther);
  await expectLedgerClean(db, team.orgId);
}

describe('open', () => {
  test('accounts and wallets open once, and again without a change', async () => {
    await openAccounts(team.owner.ctx);
    await openWallet(team.owner.ctx, { memberId: team.member.memberId });
    expect(await wallet(team.member.ctx)).toMatchObject({ balance: 20 });
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 100, wallets: 20, issued: 120 });
    await expectLedgerClean(db, team.orgId);
  });
  test('no wallet for another team’s member', () =>
    expectRefused(() => openWallet(system, { memberId: other.member.memberId }), 'not_found'));
});

describe('grant', () => {
  test('into the pool, and straight into a wallet', async () => {
    expect(await grantCredits(system, { amount: 3, idempotencyKey: key() })).toMatchObject({
      toBalance: 103,
    });
    const memberId = team.member.memberId;
    expect(await grantCredits(system, { memberId, amount: 4, idempotencyKey: key() })).toMatchObject({
      toBalance: 24,
    });
    await expectTrace('credits.grant', memberId);
    await expectLedgerClean(db, team.orgId);
  });
  test('a team of one: the pool fills its own wallet', async () => {
    const solo = await makeTeam(db);
    await db.delete(member).where(inArray(member.id, [solo.admin.memberId, solo.member.memberId]));
    await db.update(organization).set({ kind: 'solo' }).where(eq(organization.id, solo.orgId));
    await openAccounts(solo.owner.ctx);
    await openWallet(solo.owner.ctx, { memberId: solo.owner.memberId });
    await grantCredits(systemCtx(db, solo.orgId), { amount: 3, idempotencyKey: key() });
    expect(await getOverview(solo.owner.ctx)).toMatchObject({ pool: 0, wallets: 3, issued: 3 });
  });
  test('nobody in a team makes credits', () =>
    expectRefused(() => grantCredits(team.owner.ctx, { amount: 3, idempotencyKey: key() }), 'forbidden'));
  test('not to another team’s member', () =>
    expectRefused(
      () => grantCredits(system, { memberId: other.member.memberId, amount: 3, idempotencyKey: key() }),
      'not_found',
    ));
});

describe('purchase', () => {
  test('a payment’s credits come once', async () => {
    const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, 50);
    expect(await purchaseCredits(system, { amount: 50, paymentId })).toMatchObject({ replayed: false });
    expect(await purchaseCredits(system, { amount: 50, paymentId })).toMatchObject({ replayed: true });
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 150 });
    await expectTrace('credits.purchase', paymentId);
    await expectLedgerClean(db, team.orgId);
  });
  test('nobody in a team grants a purchase', () =>
    expectRefused(() => purchaseCredits(team.owner.ctx, { amount: 50, paymentId: 'pay_x' }), 'forbidden'));
  test('a payment never grants in two teams', async () => {
    const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, 50);
    await purchaseCredits(system, { amount: 50, paymentId });
    await expectRefused(
      () => purchaseCredits(systemCtx(db, other.orgId), { amount: 50, paymentId }),
      'conflict',
    );
  });
});

describe('allocate', () => {
  test('pool → wallet', async () => {
    expect(await give(team, 30)).toMatchObject({
      amount: 30,
      fromBalance: 70,
      toBalance: 50,
      replayed: false,
    });
    expect(await wallet(team.member.ctx)).toMatchObject({ balance: 50, free: 50 });
    await expectLedgerClean(db, team.orgId);
  });
  test('leaves its trace', async () => {
    const memberId = team.owner.memberId;
    await allocateCredits(team.admin.ctx, {
      memberId,
      amount: 1,
      idempotencyKey: key(),
      note: 'Speaker page',
    });
    await expectTrace('credits.allocate', memberId);
  });
  test('a member may not', () =>
    expectRefused(
      () =>
        allocateCredits(team.member.ctx, {
          memberId: team.member.memberId,
          amount: 1,
          idempotencyKey: key(),
        }),
      'forbidden',
    ));
  test('not to another team’s member', () =>
    expectRefused(
      () =>
        allocateCredits(team.admin.ctx, {
          memberId: other.member.memberId,
          amount: 1,
          idempotencyKey: key(),
        }),
      'not_found',
    ));
  test('not more than the pool has, and it says how much that is', async () => {
    const attempt = give(team, 101);
    await expect(attempt).rejects.toMatchObject({
      code: 'insufficient_credits',
      details: { available: 100, needed: 101 },
    });
    await expectLedgerClean(db, team.orgId);
  });
});

describe('reassign', () => {
  const move = (ctx: Ctx, fromMemberId: string, toMemberId: string, amount = 5) =>
    reassignCredits(ctx, { fromMemberId, toMemberId, amount, idempotencyKey: key() });
  test('wallet → wallet', async () => {
    await move(team.admin.ctx, team.member.memberId, team.owner.memberId);
    expect(await wallet(team.member.ctx)).toMatchObject({ balance: 15 });
    expect(await wallet(team.owner.ctx)).toMatchObject({ balance: 5 });
    await expectTrace('credits.reassign', team.member.memberId);
    await expectLedgerClean(db, team.orgId);
  });
  test('a member may not', () =>
    expectRefused(() => move(team.member.ctx, team.member.memberId, team.owner.memberId), 'forbidden'));
  test('neither from nor to another team', async () => {
    await expectRefused(() => move(team.admin.ctx, other.member.memberId, team.owner.memberId), 'not_found');
    await expectRefused(() => move(team.admin.ctx, team.member.memberId, other.owner.memberId), 'not_found');
  });
  test('not what is held', async () => {
    await hold(team, 18);
    await expectRefused(
      () => move(team.admin.ctx, team.member.memberId, team.owner.memberId, 3),
      'insufficient_credits',
    );
  });
});

describe('reclaim', () => {
  const reclaim = (ctx: Ctx, memberId: string, amount = 5) =>
    reclaimCredits(ctx, { memberId, amount, idempotencyKey: key() });
  test('wallet → pool', async () => {
    await reclaim(team.admin.ctx, team.member.memberId);
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 105, wallets: 15 });
    await expectTrace('credits.reclaim', team.member.memberId);
    await expectLedgerClean(db, team.orgId);
  });
  test('a member may not', () =>
    expectRefused(() => reclaim(team.member.ctx, team.owner.memberId), 'forbidden'));
  test('not from another team', () =>
    expectRefused(() => reclaim(team.admin.ctx, other.member.memberId), 'not_found'));
  test('only what is not held', async () => {
    await hold(team, 18);
    await expectRefused(() => reclaim(team.admin.ctx, team.member.memberId, 3), 'insufficient_credits');
    await reclaim(team.admin.ctx, team.member.memberId, 2);
    await expectLedgerClean(db, team.orgId);
  });
});

describe('promise', () => {
  const promise = async (amount = 10) => {
    const invitationId = newId('invitation');
    await promiseCredits(team.admin.ctx, { invitationId, amount });
    return invitationId;
  };
  test('is set aside and kept', async () => {
    const invitationId = await promise();
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 90, promised: 10 });
    const guest = await makeMember(db, team.orgId, 'member');
    await openWallet(system, { memberId: guest.memberId });
    await keepPromise(guest.ctx, { invitationId, memberId: guest.memberId });
    expect(await wallet(guest.ctx)).toMatchObject({ balance: 10 });
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 90, promised: 0 });
    await expectTrace('credits.promise', invitationId);
    await expectTrace('credits.keep_promise', invitationId);
    await expectLedgerClean(db, team.orgId);
  });
  test('is set aside and returned', async () => {
    const invitationId = await promise();
    await returnPromise(team.admin.ctx, { invitationId });
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 100, promised: 0 });
    await expectTrace('credits.return_promise', invitationId);
    await expectLedgerClean(db, team.orgId);
  });
  test('is kept or returned, never both', async () => {
    const invitationId = await promise();
    await keepPromise(team.member.ctx, { invitationId, memberId: team.member.memberId });
    await expectRefused(() => returnPromise(team.admin.ctx, { invitationId }), 'conflict');
    const back = await promise();
    await returnPromise(team.admin.ctx, { invitationId: back });
    await expectRefused(
      () => keepPromise(team.member.ctx, { invitationId: back, memberId: team.member.memberId }),
      'conflict',
    );
  });
  test('an invitation without credits has nothing to end', async () => {
    const nothing = { invitationId: 'inv_none' };
    expect(await returnPromise(team.admin.ctx, nothing)).toBeNull();
    expect(await keepPromise(system, { ...nothing, memberId: team.member.memberId })).toBeNull();
  });
  test('never more than the pool has', () =>
    expectRefused(
      () => promiseCredits(team.admin.ctx, { invitationId: 'inv_1', amount: 101 }),
      'insufficient_credits',
    ));
  test('a member promises and returns nothing', async () => {
    await expectRefused(
      () => promiseCredits(team.member.ctx, { invitationId: 'inv_1', amount: 1 }),
      'forbidden',
    );
    await expectRefused(() => returnPromise(team.member.ctx, { invitationId: 'inv_1' }), 'forbidden');
  });
  test('another team’s invitation and member stay out of reach', async () => {
    const invitationId = await promise();
    expect(await returnPromise(other.admin.ctx, { invitationId })).toBeNull();
    await expectRefused(
      () => keepPromise(system, { invitationId, memberId: other.member.memberId }),
      'not_found',
    );
  });
});

describe('hold, settle, void', () => {
  test('a hold sets aside; settling a part frees the rest', async () => {
    const generationId = await hold(team, 8);
    expect(await wallet(team.member.ctx)).toMatchObject({ balance: 20, held: 8, free: 12 });
    expect(await settleHold(system, { generationId, amount: 5 })).toMatchObject({ settled: 5, released: 3 });
    expect(await wallet(team.member.ctx)).toMatchObject({ balance: 15, held: 0, free: 15, used: 5 });
    await expectTrace('credits.hold', generationId);
    await expectTrace('credits.settle', generationId);
    await expectLedgerClean(db, team.orgId);
  });
  test('a void frees everything', async () => {
    const generationId = await hold(team, 8);
    await voidHold(team.member.ctx, { generationId });
    expect(await wallet(team.member.ctx)).toMatchObject({ balance: 20, held: 0, used: 0 });
    await expectTrace('credits.void', generationId);
    await expectLedgerClean(db, team.orgId);
  });
  test('a hold ends once: the same end answers the same, another is refused', async () => {
    const generationId = await hold(team, 8);
    const first = await settleHold(system, { generationId, amount: 5 });
    expect(await settleHold(system, { generationId, amount: 5 })).toEqual({ ...first, replayed: true });
    await expectRefused(() => settleHold(system, { generationId, amount: 4 }), 'conflict');
    await expectRefused(() => voidHold(system, { generationId }), 'conflict');
    const voided = await hold(team, 8);
    await voidHold(system, { generationId: voided });
    expect(await settleHold(system, { generationId: voided, amount: 0 })).toMatchObject({ replayed: true });
    await expectRefused(() => settleHold(system, { generationId: voided, amount: 1 }), 'conflict');
  });
  test('never settles more than it holds', async () => {
    const generationId = await hold(team, 8);
    await expectRefused(() => settleHold(system, { generationId, amount: 9 }), 'conflict');
  });
  test('not more than is free, and it says how much that is', async () => {
    await hold(team, 15);
    await expect(hold(team, 6)).rejects.toMatchObject({
      code: 'insufficient_credits',
      details: { available: 5, needed: 6 },
    });
  });
  test('one hold a generation', async () => {
    const generationId = await hold(team, 8);
    const memberId = team.member.memberId;
    expect(await holdCredits(team.member.ctx, { generationId, memberId, amount: 8 })).toMatchObject({
      replayed: true,
    });
    await expectRefused(
      () => holdCredits(team.member.ctx, { generationId, memberId, amount: 7 }),
      'idempotency_mismatch',
    );
  });
  test('nobody holds in somebody else’s wallet, not even an admin', () =>
    expectRefused(
      () => holdCredits(team.admin.ctx, { generationId: 'gen_x', memberId: team.member.memberId, amount: 1 }),
      'not_found',
    ));
  test('nobody but the member, an admin or the product ends a hold', async () => {
    const generationId = await hold(team, 8);
    const colleague = await makeMember(db, team.orgId, 'member');
    await expectRefused(() => voidHold(colleague.ctx, { generationId }), 'not_found');
  });
  test('another team’s holds do not exist', async () => {
    const generationId = await hold(other, 8);
    await expectRefused(() => settleHold(system, { generationId, amount: 8 }), 'not_found');
    await expectRefused(() => voidHold(team.owner.ctx, { generationId }), 'not_found');
    await expectRefused(
      () => holdCredits(system, { generationId: 'gen_y', memberId: other.member.memberId, amount: 1 }),
      'not_found',
    );
  });
});

describe('refund to wallet', () => {
  const refund = (ctx: Ctx, generationId: string, amount: number, idempotencyKey = key()) =>
    refundToWallet(ctx, { generationId, amount, idempotencyKey });
  test('pays a charge back, at most what was charged', async () => {
    const generationId = await hold(team, 8);
    await settleHold(system, { generationId, amount: 5 });
    await refund(system, generationId, 2);
    expect(await wallet(team.member.ctx)).toMatchObject({ balance: 17, used: 3 });
    await expectRefused(() => refund(system, generationId, 4), 'conflict');
    await refund(system, generationId, 3);
    await expectTraceCount('credits.refund', generationId, 2);
    await expectLedgerClean(db, team.orgId);
  });
  test('not before the end, not for a colleague, not in another team', async () => {
    const generationId = await hold(team, 8);
    await expectRefused(() => refund(system, generationId, 1), 'not_found');
    await settleHold(system, { generationId, amount: 5 });
    const colleague = await makeMember(db, team.orgId, 'member');
    await expectRefused(() => refund(colleague.ctx, generationId, 1), 'not_found');
    await expectRefused(() => refund(other.owner.ctx, generationId, 1), 'not_found');
  });
  async function expectTraceCount(action: string, subjectId: string, count: number): Promise<void> {
    const rows = await db
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.action, action), eq(auditEvent.subjectId, subjectId)));
    expect(rows).toHaveLength(count);
  }
});

describe('return wallet', () => {
  test('everything unheld goes to the pool, once', async () => {
    await hold(team, 8);
    const memberId = team.member.memberId;
    expect(await returnWallet(team.admin.ctx, { memberId })).toMatchObject({ amount: 12, replayed: false });
    expect(await returnWallet(team.admin.ctx, { memberId })).toMatchObject({ amount: 12, replayed: true });
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 112, wallets: 8, held: 8 });
    await expectTrace('credits.return_wallet', memberId);
    await expectLedgerClean(db, team.orgId);
  });
  test('a member may leave, but not send others away', async () => {
    await expectRefused(() => returnWallet(team.member.ctx, { memberId: team.owner.memberId }), 'forbidden');
    expect(await returnWallet(team.member.ctx, { memberId: team.member.memberId })).toMatchObject({
      amount: 20,
    });
  });
  test('not in another team', () =>
    expectRefused(() => returnWallet(team.admin.ctx, { memberId: other.member.memberId }), 'not_found'));
});
