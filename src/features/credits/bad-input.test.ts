/** What must never reach the ledger: each attempt is refused clearly and changes nothing. */
import { beforeEach, expect, test } from 'vitest';
import { toAppError } from '@/auth/http-errors';
import { key, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { allocateCredits } from './allocate';
import { grantCredits } from './grant';
import { holdCredits } from './hold';
import { promiseCredits } from './promise';
import { purchaseCredits } from './purchase';
import { reassignCredits } from './reassign';
import { reclaimCredits } from './reclaim';
import { refundToWallet } from './refund';
import { settleHold } from './settle';
import { verifyLedger } from './verify-ledger';

let { db, team, system, expectRefused } = {} as TwoTeams;
beforeEach(async () => {
  ({ db, team, system, expectRefused } = await twoTeams());
});

const BAD_AMOUNTS = [0, -1, 1.5, 1_000_001, Number.NaN, Number.POSITIVE_INFINITY, '5', null, undefined];

test.each(BAD_AMOUNTS)('amount %s is refused by every verb', async (bad) => {
  const amount = bad as number;
  const { memberId } = team.member;
  const { ctx } = team.admin;
  const { counts } = await verifyLedger(db);
  const attempts = [
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
  ];
  for (const attempt of attempts) {
    const error = toAppError(await attempt().catch((reason: unknown) => reason));
    expect(error.code).toBe('invalid');
    expect(error.details?.fields).toHaveProperty('amount');
  }
  const after = await verifyLedger(db);
  expect(after.counts).toEqual(counts);
  expect(after.differences).toEqual([]);
});

test.each([-1, 0.5, 1_000_001])('settling %s is refused', async (amount) => {
  const attempt = settleHold(system, { generationId: 'gen_bad', amount });
  expect(toAppError(await attempt.catch((reason: unknown) => reason)).code).toBe('invalid');
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
