/** What the locks are for, without luck: different requests at once. once.test.ts has the same request twice. */
import { beforeEach, expect, test } from 'vitest';
import { approveRequest } from '@/features/credits/approve-request';
import { chargeBack } from '@/features/credits/charge-back';
import { distributeCredits } from '@/features/credits/distribute';
import { holdCredits } from '@/features/credits/hold';
import { keepPromise } from '@/features/credits/keep-promise';
import { promiseCredits } from '@/features/credits/promise';
import { purchaseCredits } from '@/features/credits/purchase';
import { requestCredits } from '@/features/credits/request-credits';
import { returnPromise } from '@/features/credits/return-promise';
import { settleHold } from '@/features/credits/settle';
import { voidHold } from '@/features/credits/void';
import { withdrawRequest } from '@/features/credits/withdraw-request';
import { inviteMembers } from '@/features/organizations/invite-members';
import { leaveTeam } from '@/features/organizations/leave-team';
import { removeMember } from '@/features/organizations/remove-member';
import { setRole } from '@/features/organizations/set-role';
import { newId } from '@/lib/ids';
import { give, hold, key, recordPayment, type TwoTeams, twoTeams } from '../support/ledger';
import { inLine, together } from '../support/ledger-locks';

let { db, team, system } = {} as TwoTeams;
let paymentId = '';
beforeEach(async () => {
  ({ db, team, system } = await twoTeams());
});

test('the last credit, given twice: once', async () => {
  await give(team, 99);
  expect(
    await together(
      db,
      team.orgId,
      () => give(team, 1),
      () => give(team, 1),
    ),
  ).toEqual(['insufficient_credits', 'ok']);
});

test('one key, sent twice: one transfer', async () => {
  const once = key();
  expect(
    await together(
      db,
      team.orgId,
      () => give(team, 5, once),
      () => give(team, 5, once),
    ),
  ).toEqual(['ok', 'ok']);
});

test('a promise, kept and returned: one of them', async () => {
  const invitationId = newId('invitation');
  await promiseCredits(team.admin.ctx, { invitationId, amount: 2 });
  const { memberId } = team.member;
  expect(
    await together(
      db,
      team.orgId,
      () => keepPromise(system, { invitationId, memberId }),
      () => returnPromise(system, { invitationId }),
    ),
  ).toEqual(['conflict', 'ok']);
});

test('one hold, placed twice: one', async () => {
  const request = { generationId: newId('generation'), memberId: team.member.memberId, amount: 3 };
  expect(
    await together(
      db,
      team.orgId,
      () => holdCredits(system, request),
      () => holdCredits(system, request),
    ),
  ).toEqual(['ok', 'ok']);
});

test('one hold, settled and voided: one of them', async () => {
  const generationId = await hold(team, 4);
  expect(
    await together(
      db,
      team.orgId,
      () => settleHold(system, { generationId, amount: 4 }),
      () => voidHold(system, { generationId }),
    ),
  ).toEqual(['conflict', 'ok']);
});

test('one distribution, asked for twice: once', async () => {
  const request = { distribution: { mode: 'even', amount: 30 }, idempotencyKey: key() } as const;
  expect(
    await together(
      db,
      team.orgId,
      () => distributeCredits(team.admin.ctx, request),
      () => distributeCredits(team.admin.ctx, request),
    ),
  ).toEqual(['ok', 'ok']);
});

test('a request for credits, approved and withdrawn: one of them', async () => {
  const { requestId } = await requestCredits(team.member.ctx, { amount: 3 });
  expect(
    await together(
      db,
      team.orgId,
      () => approveRequest(team.admin.ctx, { requestId }),
      () => withdrawRequest(team.member.ctx, { requestId }),
    ),
  ).toEqual(['conflict', 'ok']);
});

/** A purchase of 20 credits, to be charged back. */
async function buyCredits(): Promise<string> {
  const paymentId = await recordPayment(db, team.orgId, team.owner.memberId, 20);
  await purchaseCredits(system, { paymentId, amount: 20 });
  return paymentId;
}

const everybodyGetsSome = () =>
  distributeCredits(team.admin.ctx, { distribution: { mode: 'even', amount: 30 }, idempotencyKey: key() });
const takeOut = () => removeMember(team.admin.ctx, { memberId: team.member.memberId });

test.each([
  ['a distribution', everybodyGetsSome],
  ['a chargeback', async () => chargeBack(system, { paymentId, disputeId: newId('dispute'), credits: 20 })],
] as const)('%s, and somebody who goes meanwhile: neither waits for the other', async (_, moveAll) => {
  paymentId = await buyCredits();
  expect(await inLine(db, team.orgId, moveAll, takeOut)).toEqual(['ok', 'ok']);
});

test('a distribution, a chargeback, a removal and an owner who leaves: one after the other', async () => {
  paymentId = await buyCredits();
  await setRole(team.owner.ctx, { memberId: team.admin.memberId, role: 'owner' });
  expect(
    await inLine(
      db,
      team.orgId,
      () => chargeBack(system, { paymentId, disputeId: newId('dispute'), credits: 20 }),
      () => leaveTeam(team.owner.ctx),
      everybodyGetsSome,
      takeOut,
    ),
  ).toEqual(['ok', 'ok', 'ok', 'ok']);
});

test('who is being removed asks for credits: nobody is asked by somebody who has gone', async () => {
  const ask = () => requestCredits(team.member.ctx, { amount: 3 });
  expect(await inLine(db, team.orgId, takeOut, ask)).toEqual(['not_found', 'ok']);
});

test('an owner who leaves, and an invitation with credits: one after the other', async () => {
  await setRole(team.owner.ctx, { memberId: team.admin.memberId, role: 'owner' });
  expect(
    await inLine(
      db,
      team.orgId,
      () => leaveTeam(team.owner.ctx),
      () => inviteMembers(team.admin.ctx, { emails: [`${key()}@example.test`], role: 'member', credits: 2 }),
    ),
  ).toEqual(['ok', 'ok']);
});
