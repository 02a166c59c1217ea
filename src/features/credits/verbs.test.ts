/** Verbs that move credits: each works and leaves its trace, refuses the wrong role, and does not see another team. */
import { eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '@/db/context';
import { member, organization } from '@/db/schema/auth';
import { newId } from '@/lib/ids';
import { makeMember, makeTeam, systemCtx } from '../../../tests/support/factories';
import {
  expectLedgerClean,
  give,
  hold,
  key,
  recordPayment,
  type TwoTeams,
  twoTeams,
} from '../../../tests/support/ledger';
import { allocateCredits } from './allocate';
import { grantCredits } from './grant';
import { keepPromise } from './keep-promise';
import { openAccounts } from './open-accounts';
import { openWallet } from './open-wallet';
import { promiseCredits } from './promise';
import { purchaseCredits } from './purchase';
import { getOverview, findMyWallet as wallet } from './queries';
import { reassignCredits } from './reassign';
import { reclaimCredits } from './reclaim';
import { returnPromise } from './return-promise';

let { db, team, other, system, expectTrace, expectRefused } = {} as TwoTeams;
beforeEach(async () => {
  ({ db, team, other, system, expectTrace, expectRefused } = await twoTeams());
});

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
  test('nobody in a team grants a purchase, nor does support', async () => {
    const input = { amount: 50, paymentId: 'pay_x' };
    await expectRefused(() => purchaseCredits(team.owner.ctx, input), 'forbidden');
    const actor = { kind: 'staff', userId: 'usr_support', reason: 'Ticket 7' } as const;
    await expectRefused(() => purchaseCredits({ ...system, actor }, input), 'forbidden');
  });
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
    await keepPromise(system, { invitationId, memberId: guest.memberId });
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
    await keepPromise(system, { invitationId, memberId: team.member.memberId });
    await expectRefused(() => returnPromise(team.admin.ctx, { invitationId }), 'conflict');
    const back = await promise();
    await returnPromise(team.admin.ctx, { invitationId: back });
    await expectRefused(
      () => keepPromise(system, { invitationId: back, memberId: team.member.memberId }),
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
  test('nobody takes the credits of an invitation by hand', async () => {
    const invitationId = await promise();
    for (const { ctx, memberId } of [team.member, team.admin, team.owner])
      await expectRefused(() => keepPromise(ctx, { invitationId, memberId }), 'forbidden');
  });
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
