/** What must never reach the ledger: each attempt is refused clearly and changes nothing. */
import { beforeEach, expect, test } from 'vitest';
import { toAppError } from '@/auth/http-errors';
import { newId } from '@/lib/ids';
import { hold, key, recordPayment, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { allocateCredits } from './allocate';
import { approveRequest } from './approve-request';
import { chargeBack } from './charge-back';
import { distributeCredits } from './distribute';
import { grantCredits } from './grant';
import { holdCredits } from './hold';
import { previewDistribution } from './preview-distribution';
import { promiseCredits } from './promise';
import { purchaseCredits } from './purchase';
import { reassignCredits } from './reassign';
import { reclaimCredits } from './reclaim';
import { refundToWallet } from './refund';
import { requestCredits } from './request-credits';
import { settleHold } from './settle';
import { verifyLedger } from './verify-ledger';
import { withdrawForRefund } from './withdraw-for-refund';

let { db, team, system, expectRefused } = {} as TwoTeams;
beforeEach(async () => {
  ({ db, team, system, expectRefused } = await twoTeams());
});

/** Each is refused with the name of the field, and the ledger is what it was. */
async function expectInvalid(field: string, attempts: (() => Promise<unknown>)[]): Promise<void> {
  const { counts } = await verifyLedger(db);
  for (const attempt of attempts) {
    const error = toAppError(await attempt().catch((reason: unknown) => reason));
    expect(error.code).toBe('invalid');
    expect(Object.keys(error.details?.fields ?? {})).toContain(field);
  }
  const after = await verifyLedger(db);
  expect(after.counts).toEqual(counts);
  expect(after.differences).toEqual([]);
}

const BAD_AMOUNTS = [0, -1, 1.5, 1_000_001, Number.NaN, Number.POSITIVE_INFINITY, '5', null, undefined];

test.each(BAD_AMOUNTS)('amount %s is refused by every verb', async (bad) => {
  const amount = bad as number;
  const { memberId } = team.member;
  const { ctx } = team.admin;
  await expectInvalid('amount', [
    () => allocateCredits(ctx, { memberId, amount, idempotencyKey: key() }),
    () => reclaimCredits(ctx, { memberId, amount, idempotencyKey: key() }),
    () =>
      reassignCredits(ctx, {
        fromMemberId: memberId,
        toMemberId: team.owner.memberId,
        amount,
        idempotencyKey: key(),
      }),
    () => grantCredits(system, { amount, idempotencyKey: key() }),
    () => purchaseCredits(system, { amount, paymentId: 'pay_bad' }),
    () => promiseCredits(ctx, { invitationId: 'inv_bad', amount }),
    () => holdCredits(system, { generationId: 'gen_bad', memberId, amount }),
    () => refundToWallet(system, { generationId: 'gen_bad', amount, idempotencyKey: key() }),
    () => requestCredits(team.member.ctx, { amount }),
  ]);
});

/** What may be nothing: a settlement of zero frees, a refund or a dispute may be about no credits. */
const WHERE_ZERO_IS_FINE = BAD_AMOUNTS.filter((bad) => bad !== 0);

test.each(WHERE_ZERO_IS_FINE)('%s of a payment or a hold is refused', async (bad) => {
  const paymentId = await recordPayment(db, team.orgId, team.owner.memberId, 20);
  await purchaseCredits(system, { paymentId, amount: 20 });
  const generationId = await hold(team, 5);
  const credits = bad as number;
  await expectInvalid('credits', [
    () => withdrawForRefund(system, { paymentId, refundId: newId('refund'), credits }),
    () => chargeBack(system, { paymentId, disputeId: newId('dispute'), credits }),
  ]);
  await expectInvalid('amount', [() => settleHold(system, { generationId, amount: credits })]);
});

/** Without an amount a distribution gives the whole pool, an approval what was asked for. */
const WHERE_NONE_IS_FINE = BAD_AMOUNTS.filter((bad) => bad !== undefined);

test.each(WHERE_NONE_IS_FINE)('%s to many, or in answer to a request, is refused', async (bad) => {
  const { ctx } = team.admin;
  const amount = bad as number;
  const { requestId } = await requestCredits(team.member.ctx, { amount: 3 });
  const idempotencyKey = key();
  await expectInvalid('amount', [
    () => previewDistribution(ctx, { mode: 'even', amount }),
    () => approveRequest(ctx, { requestId, amount }),
  ]);
  await expectInvalid('target', [() => previewDistribution(ctx, { mode: 'top-up', target: amount })]);
  await expectInvalid('distribution.amount', [
    () => distributeCredits(ctx, { distribution: { mode: 'even', amount }, idempotencyKey }),
  ]);
  await expectInvalid('distribution.target', [
    () => distributeCredits(ctx, { distribution: { mode: 'top-up', target: amount }, idempotencyKey }),
  ]);
});

test('a move from a person to themself is refused', async () => {
  const { memberId } = team.member;
  const attempt = reassignCredits(team.admin.ctx, {
    fromMemberId: memberId,
    toMemberId: memberId,
    amount: 1,
    idempotencyKey: key(),
  });
  expect(toAppError(await attempt.catch((reason: unknown) => reason)).code).toBe('invalid');
});

test('a key answers its first request only', async () => {
  const idempotencyKey = key();
  const request = { memberId: team.member.memberId, amount: 2, idempotencyKey };
  const first = await allocateCredits(team.admin.ctx, request);
  expect(await allocateCredits(team.admin.ctx, request)).toEqual({ ...first, replayed: true });
  for (const other of [
    () => allocateCredits(team.admin.ctx, { ...request, amount: 3 }),
    () => allocateCredits(team.admin.ctx, { ...request, memberId: team.owner.memberId }),
    () => allocateCredits(team.admin.ctx, { ...request, note: 'changed' }),
    () => reclaimCredits(team.admin.ctx, request),
  ]) {
    await expectRefused(other, 'idempotency_mismatch');
  }
});

test('a refused request leaves its key free', async () => {
  const idempotencyKey = key();
  const request = { memberId: team.member.memberId, amount: 150, idempotencyKey };
  await expectRefused(() => allocateCredits(team.admin.ctx, request), 'insufficient_credits');
  await grantCredits(system, { amount: 100, idempotencyKey: key() });
  expect(await allocateCredits(team.admin.ctx, request)).toMatchObject({ amount: 150, replayed: false });
});

test('a caller’s key cannot occupy the key of a payment', async () => {
  await allocateCredits(team.admin.ctx, {
    memberId: team.member.memberId,
    amount: 1,
    idempotencyKey: 'purchase:pay_1',
  });
  expect(await purchaseCredits(system, { amount: 50, paymentId: 'pay_1' })).toMatchObject({
    replayed: false,
  });
});
