/** Many at once, on a real Postgres with many connections: whatever the order, no credit is lost or made. */
import { beforeEach, expect, test } from 'vitest';
import { isAppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
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
import { holdCredits } from './hold';
import { keepPromise } from './keep-promise';
import { promiseCredits } from './promise';
import { purchaseCredits } from './purchase';
import { findMyWallet, getOverview } from './queries';
import { reassignCredits } from './reassign';
import { reclaimCredits } from './reclaim';
import { returnPromise } from './return-promise';
import { returnWallet } from './return-wallet';
import { settleHold } from './settle';
import { voidHold } from './void';

let { db, team, system } = {} as TwoTeams;
beforeEach(async () => {
  ({ db, team, system } = await twoTeams());
});

const repeat = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => work(index)));

/** How many succeeded, and the codes of the others, sorted. Anything but an `AppError` fails the test. */
function outcome(results: PromiseSettledResult<unknown>[]): { ok: number; codes: string[] } {
  const codes = results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (!isAppError(result.reason)) throw result.reason;
    return [result.reason.code];
  });
  return { ok: results.length - codes.length, codes: codes.sort() };
}

test('64 allocations of the last credit: exactly one', async () => {
  await give(team, 99);
  const { ok, codes } = outcome(await repeat(64, () => give(team, 1)));
  expect(ok).toBe(1);
  expect(new Set(codes)).toEqual(new Set(['insufficient_credits']));
  expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 0, wallets: 120 });
  await expectLedgerClean(db);
});

test('two admins give the last credit to two people at once: one of them does', async () => {
  await give(team, 99);
  const { ok, codes } = outcome(
    await Promise.allSettled([
      give(team, 1),
      allocateCredits(team.owner.ctx, {
        memberId: team.owner.memberId,
        amount: 1,
        idempotencyKey: key(),
      }),
    ]),
  );
  expect({ ok, codes }).toEqual({ ok: 1, codes: ['insufficient_credits'] });
  await expectLedgerClean(db);
});

test('64 holds on one wallet: as many as it has credits', async () => {
  const { ok } = outcome(await repeat(64, () => hold(team, 1)));
  expect(ok).toBe(20);
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ balance: 20, held: 20, free: 0 });
  await expectLedgerClean(db);
});

test('one key 20 times at once: one transfer, 20 times the same answer', async () => {
  const once = key();
  const results = await repeat(20, () => give(team, 5, once));
  expect(outcome(results).ok).toBe(20);
  const receipts = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(new Set(receipts.map((receipt) => receipt.transferId)).size).toBe(1);
  expect(receipts.filter((receipt) => !receipt.replayed)).toHaveLength(1);
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ balance: 25 });
  await expectLedgerClean(db);
});

test('one key for two different requests that share no lock: one of them', async () => {
  const { admin, owner, member } = team;
  for (const person of [admin, owner]) {
    await allocateCredits(admin.ctx, { memberId: person.memberId, amount: 10, idempotencyKey: key() });
  }
  for (let round = 0; round < 10; round += 1) {
    const idempotencyKey = key();
    const results = await Promise.allSettled([
      allocateCredits(admin.ctx, { memberId: member.memberId, amount: 1, idempotencyKey }),
      reassignCredits(admin.ctx, {
        fromMemberId: owner.memberId,
        toMemberId: admin.memberId,
        amount: 1,
        idempotencyKey,
      }),
    ]);
    expect(outcome(results)).toEqual({ ok: 1, codes: ['idempotency_mismatch'] });
  }
  await expectLedgerClean(db);
});

test('one payment 20 times at once grants once', async () => {
  const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, 50);
  expect(outcome(await repeat(20, () => purchaseCredits(system, { amount: 50, paymentId }))).ok).toBe(20);
  expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 150, issued: 170 });
  await expectLedgerClean(db);
});

test('one hold 20 times, settled and voided at once: one hold, one end', async () => {
  const generationId = newId('generation');
  const { memberId } = team.member;
  const holds = await repeat(20, () => holdCredits(team.member.ctx, { generationId, memberId, amount: 8 }));
  expect(outcome(holds).ok).toBe(20);
  const ends = await repeat(20, (index) =>
    index % 2 === 0
      ? settleHold(system, { generationId, amount: 8 })
      : voidHold(team.member.ctx, { generationId }),
  );
  expect(outcome(ends)).toEqual({ ok: 10, codes: Array(10).fill('conflict') });
  const { used, held } = await findMyWallet(team.member.ctx);
  expect([0, 8]).toContain(used);
  expect(held).toBe(0);
  await expectLedgerClean(db);
});

test('a promise kept and returned at once ends once', async () => {
  for (let round = 0; round < 10; round += 1) {
    const invitationId = newId('invitation');
    await promiseCredits(team.admin.ctx, { invitationId, amount: 2 });
    const ends = await Promise.allSettled([
      keepPromise(system, { invitationId, memberId: team.member.memberId }),
      returnPromise(team.admin.ctx, { invitationId }),
    ]);
    expect(outcome(ends)).toEqual({ ok: 1, codes: ['conflict'] });
  }
  expect(await getOverview(team.admin.ctx)).toMatchObject({ promised: 0 });
  await expectLedgerClean(db);
});

test('a member leaves while their generations end: everything unused is in the pool', async () => {
  const generations = await Promise.all(Array.from({ length: 10 }, () => hold(team, 2)));
  const results = await Promise.allSettled([
    ...generations
      .slice(0, 5)
      .map((generationId, amount) => settleHold(system, { generationId, amount: amount % 3 })),
    returnWallet(team.admin.ctx, { memberId: team.member.memberId }),
    ...generations.slice(5).map((generationId) => voidHold(system, { generationId })),
  ]);
  expect(outcome(results).codes).toEqual([]);
  const { pool, wallets, used } = await getOverview(team.admin.ctx);
  expect({ pool, wallets, used }).toEqual({ pool: 116, wallets: 0, used: 4 });
  await expectLedgerClean(db);
});

test('a mix of everything, every key three times, shuffled: no deadlock, and the ledger adds up', async () => {
  const { admin, owner, member } = team;
  const people = [admin, owner, member];
  const pick = (index: number) => people[index % 3] ?? member;
  const works = Array.from({ length: 60 }, (_, index) => {
    const idempotencyKey = `mix-${index}`;
    const amount = 1 + (index % 4);
    const generationId = `gen_mix_${team.orgId}_${index}`;
    const one = pick(index);
    const another = pick(index + 1);
    const invitationId = `inv_mix_${index}`;
    switch (index % 6) {
      case 0:
        return () => allocateCredits(admin.ctx, { memberId: one.memberId, amount, idempotencyKey });
      case 1:
        return () =>
          reassignCredits(admin.ctx, {
            fromMemberId: one.memberId,
            toMemberId: another.memberId,
            amount,
            idempotencyKey,
          });
      case 2:
        return () => reclaimCredits(admin.ctx, { memberId: one.memberId, amount, idempotencyKey });
      case 3:
        return async () => {
          await holdCredits(system, { generationId, memberId: one.memberId, amount });
          return settleHold(system, { generationId, amount: amount - 1 });
        };
      case 4:
        return async () => {
          await promiseCredits(admin.ctx, { invitationId, amount });
          return keepPromise(system, { invitationId, memberId: one.memberId });
        };
      default:
        return async () => {
          await promiseCredits(admin.ctx, { invitationId, amount });
          return returnPromise(admin.ctx, { invitationId });
        };
    }
  });
  const shuffled = [...works, ...works, ...works]
    .map((work, index) => ({ work, order: (index * 7919) % 1009 }))
    .sort((a, b) => a.order - b.order);
  const { codes } = outcome(await Promise.allSettled(shuffled.map(({ work }) => work())));
  expect(codes.filter((code) => code !== 'insufficient_credits')).toEqual([]);
  const { issued, pool, wallets, promised, used } = await getOverview(admin.ctx);
  expect(issued).toBe(120);
  expect(pool + wallets + promised + used).toBe(120);
  await expectLedgerClean(db);
});
