/** Holds and what follows from them: settle, void, refund, and a wallet whose member leaves. */
import { desc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '@/db/context';
import { auditEvent } from '@/db/schema/audit';
import { member } from '@/db/schema/auth';
import { newId } from '@/lib/ids';
import { makeMember } from '../../../tests/support/factories';
import { expectLedgerClean, hold, key, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { allocateCredits } from './allocate';
import { grantCredits } from './grant';
import { holdCredits } from './hold';
import { keepPromise } from './keep-promise';
import { promiseCredits } from './promise';
import { getOverview, findMyWallet as wallet } from './queries';
import { reassignCredits } from './reassign';
import { reclaimCredits } from './reclaim';
import { refundToWallet } from './refund';
import { returnWallet } from './return-wallet';
import { settleHold } from './settle';
import { voidHold } from './void';

let { db, team, other, system, expectTrace, expectRefused } = {} as TwoTeams;
beforeEach(async () => {
  ({ db, team, other, system, expectTrace, expectRefused } = await twoTeams());
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
    await expectTrace('credits.refund', generationId, 2);
    await expectLedgerClean(db, team.orgId);
  });
  test('not before the end, not in another team', async () => {
    const generationId = await hold(team, 8);
    await expectRefused(() => refund(system, generationId, 1), 'not_found');
    await settleHold(system, { generationId, amount: 5 });
    await expectRefused(() => refund({ ...system, orgId: other.orgId }, generationId, 1), 'not_found');
  });
  test('not by people: neither their own nor, as an admin, anybody’s', async () => {
    const generationId = await hold(team, 8);
    await settleHold(system, { generationId, amount: 5 });
    for (const person of [team.member, team.admin, team.owner])
      await expectRefused(() => refund(person.ctx, generationId, 1), 'forbidden');
  });
  test('support may, with a reason that stays in the audit log', async () => {
    const generationId = await hold(team, 8);
    await settleHold(system, { generationId, amount: 5 });
    const support = (reason: string): Ctx => ({
      ...system,
      actor: { kind: 'staff', userId: 'usr_support', reason },
    });
    await expectRefused(() => refund(support(' '), generationId, 2), 'forbidden');
    await refund(support('Blurred pictures, ticket 7'), generationId, 2);
    expect(await wallet(team.member.ctx)).toMatchObject({ used: 3 });
    const [audit] = await db
      .select()
      .from(auditEvent)
      .where(eq(auditEvent.subjectId, generationId))
      .orderBy(desc(auditEvent.id))
      .limit(1);
    expect(audit).toMatchObject({
      actor: 'staff:usr_support',
      data: { reason: 'Blurred pictures, ticket 7', amount: 2 },
    });
  });
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
  test('what running holds free or pay back after the member left ends in the pool', async () => {
    const memberId = team.member.memberId;
    const [settled, voided] = [await hold(team, 6), await hold(team, 5)];
    await returnWallet(team.admin.ctx, { memberId });
    await db.delete(member).where(eq(member.id, memberId));
    await settleHold(system, { generationId: settled, amount: 2 });
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 113, wallets: 5, held: 5, used: 2 });
    await voidHold(system, { generationId: voided });
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 118, wallets: 0, held: 0, used: 2 });
    await refundToWallet(system, { generationId: settled, amount: 2, idempotencyKey: key() });
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 120, wallets: 0, used: 0 });
    await expectLedgerClean(db);
  });
  test('a closed wallet takes nothing more', async () => {
    const memberId = team.member.memberId;
    await returnWallet(team.admin.ctx, { memberId });
    await expectRefused(
      () => allocateCredits(team.admin.ctx, { memberId, amount: 1, idempotencyKey: key() }),
      'not_found',
    );
    await expectRefused(() => hold(team, 1), 'not_found');
    await expectRefused(
      () => grantCredits(system, { memberId, amount: 1, idempotencyKey: key() }),
      'not_found',
    );
    await expectRefused(
      () =>
        reassignCredits(team.admin.ctx, {
          fromMemberId: team.owner.memberId,
          toMemberId: memberId,
          amount: 1,
          idempotencyKey: key(),
        }),
      'not_found',
    );
    const invitationId = newId('invitation');
    await promiseCredits(team.admin.ctx, { invitationId, amount: 1 });
    await expectRefused(() => keepPromise(system, { invitationId, memberId }), 'not_found');
  });
  test('a closed wallet gives nothing either', async () => {
    const memberId = team.member.memberId;
    await hold(team, 8);
    await returnWallet(team.admin.ctx, { memberId });
    const move = { amount: 1, idempotencyKey: key() };
    await expectRefused(() => reclaimCredits(team.admin.ctx, { memberId, ...move }), 'not_found');
    await expectRefused(
      () =>
        reassignCredits(team.admin.ctx, { fromMemberId: memberId, toMemberId: team.owner.memberId, ...move }),
      'not_found',
    );
  });
  test('an empty wallet closes without a transfer', async () => {
    expect(await returnWallet(team.admin.ctx, { memberId: team.owner.memberId })).toBeNull();
  });
});
