/** Money leaves: refunds, chargebacks, and both undone, each repeatable, each at most once. */
import { eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '@/db/context';
import { member, organization } from '@/db/schema/auth';
import { payment } from '@/db/schema/billing';
import { newId } from '@/lib/ids';
import { textsIn } from '@/texts/catalogue';
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
import { chargeBack } from './charge-back';
import { grantCredits } from './grant';
import { promiseCredits } from './promise';
import { purchaseCredits } from './purchase';
import { getOverview, findMyWallet as wallet } from './queries';
import { returnPromise } from './return-promise';
import { returnRefund } from './return-refund';
import { returnWallet } from './return-wallet';
import { reverseChargeBack } from './reverse-charge-back';
import { settleHold } from './settle';
import { listStatement } from './statement';
import { findUnspent } from './unspent-query';
import { withdrawForRefund } from './withdraw-for-refund';

let { db, team, other, system, expectTrace, expectRefused } = {} as TwoTeams;
beforeEach(async () => {
  // 100 in the pool, 20 in the member's wallet, all from one grant.
  ({ db, team, other, system, expectTrace, expectRefused } = await twoTeams());
});

async function buy(credits: number, ctx = system): Promise<string> {
  const paymentId = await recordPayment(db, ctx.orgId, team.admin.memberId, credits);
  await purchaseCredits(ctx, { amount: credits, paymentId });
  return paymentId;
}

async function spend(amount: number): Promise<void> {
  await settleHold(system, { generationId: await hold(team, amount), amount });
}

const takeBack = (paymentId: string, credits: number, refundId = newId('refund')) =>
  withdrawForRefund(system, { paymentId, refundId, credits });
const overview = () => getOverview(team.admin.ctx);
const newDispute = () => newId('dispute');

/** Without its two others, and of the kind that keeps everything in its owner's wallet. */
async function makeSolo(): Promise<Ctx> {
  await returnWallet(system, { memberId: team.member.memberId });
  await db.delete(member).where(inArray(member.id, [team.admin.memberId, team.member.memberId]));
  await db.update(organization).set({ kind: 'solo' }).where(eq(organization.id, team.orgId));
  return team.owner.ctx;
}

describe('take back', () => {
  test('an unspent payment goes back whole, and what comes after it stays', async () => {
    const paymentId = await buy(50);
    await buy(30);
    await expect(takeBack(paymentId, 50)).resolves.toMatchObject({ credits: 50, replayed: false });
    expect(await overview()).toMatchObject({ pool: 130, refunded: 50, issued: 200 });
    expect(await findUnspent(team.admin.ctx, paymentId)).toEqual({ unspent: 0, refundable: 0 });
    await expectTrace('credits.take_back', paymentId);
    await expectLedgerClean(db, team.orgId);
  });
  test('the oldest credits are spent first', async () => {
    await give(team, 100);
    const [first, second] = [await buy(50), await buy(30)];
    await spend(120);
    expect(await findUnspent(team.admin.ctx, first)).toEqual({ unspent: 50, refundable: 50 });
    await give(team, 10);
    await spend(10);
    expect(await findUnspent(team.admin.ctx, first)).toEqual({ unspent: 40, refundable: 40 });
    expect(await findUnspent(team.admin.ctx, second)).toEqual({ unspent: 30, refundable: 30 });
    await expect(takeBack(first, 50)).resolves.toMatchObject({ credits: 40 });
    await expect(takeBack(second, 10)).resolves.toMatchObject({ credits: 10 });
    expect(await findUnspent(team.admin.ctx, second)).toEqual({ unspent: 20, refundable: 20 });
    await expectLedgerClean(db, team.orgId);
  });
  test('a repaid debt is not unspent', async () => {
    const disputed = await buy(50);
    await give(team, 150);
    await spend(170);
    await chargeBack(system, { paymentId: disputed, disputeId: newDispute(), credits: 50 });
    // Older credits that exist do not make the new ones more.
    await grantCredits(system, { amount: 20, idempotencyKey: key() });
    const next = await buy(80);
    expect(await findUnspent(team.admin.ctx, next)).toEqual({ unspent: 30, refundable: 30 });
    expect(await findUnspent(team.admin.ctx, disputed)).toEqual({ unspent: 0, refundable: 0 });
  });
  test('at most what the pool has: credits in wallets stay', async () => {
    const paymentId = await buy(50);
    await give(team, 120);
    expect(await findUnspent(team.admin.ctx, paymentId)).toEqual({ unspent: 50, refundable: 30 });
    await expect(takeBack(paymentId, 50)).resolves.toMatchObject({ credits: 30 });
    expect(await overview()).toMatchObject({ pool: 0, wallets: 140 });
    await expectLedgerClean(db, team.orgId);
  });
  test('at most what the pool does not owe', async () => {
    const disputed = await buy(50);
    await give(team, 150);
    await spend(170);
    await chargeBack(system, { paymentId: disputed, disputeId: newDispute(), credits: 50 });
    await grantCredits(system, { amount: 60, idempotencyKey: key() });
    const paymentId = await buy(40);
    // The purchase repaid 40 of the 50; 10 are still owed.
    expect(await overview()).toMatchObject({ pool: 60, owed: 10 });
    await expect(takeBack(paymentId, 40)).resolves.toMatchObject({ credits: 0 });
    expect(await findUnspent(team.admin.ctx, paymentId)).toEqual({ unspent: 0, refundable: 0 });
    await expectLedgerClean(db, team.orgId);
  });
  test('what came back to the pool is owed first', async () => {
    const disputed = await buy(50);
    await give(team, 150);
    await spend(170);
    const paymentId = await buy(40);
    await promiseCredits(team.admin.ctx, { invitationId: 'inv_owed', amount: 40 });
    await chargeBack(system, { paymentId: disputed, disputeId: newDispute(), credits: 25 });
    await returnPromise(system, { invitationId: 'inv_owed' });
    expect(await overview()).toMatchObject({ pool: 40, owed: 25 });
    expect(await findUnspent(team.admin.ctx, paymentId)).toEqual({ unspent: 40, refundable: 15 });
    await expect(takeBack(paymentId, 40)).resolves.toMatchObject({ credits: 15 });
    await expectLedgerClean(db, team.orgId);
  });
  test('the same refund answers the same, also when it found nothing', async () => {
    const paymentId = await buy(50);
    await give(team, 150);
    const refundId = newId('refund');
    const nothing = await takeBack(paymentId, 50, refundId);
    expect(nothing).toMatchObject({ credits: 0, replayed: false });
    await buy(50);
    expect(await takeBack(paymentId, 50, refundId)).toEqual({ ...nothing, replayed: true });
    await expectRefused(() => takeBack(paymentId, 40, refundId), 'idempotency_mismatch');
    await expectLedgerClean(db, team.orgId);
  });
  test('twenty times at once takes once; two refunds at once never take more than there is', async () => {
    const paymentId = await buy(50);
    const refundId = newId('refund');
    const same = await Promise.all(Array.from({ length: 20 }, () => takeBack(paymentId, 10, refundId)));
    expect(same.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const two = await Promise.all([takeBack(paymentId, 30), takeBack(paymentId, 30)]);
    expect(two.map(({ credits }) => credits).sort()).toEqual([10, 30]);
    expect(await overview()).toMatchObject({ pool: 100, refunded: 50 });
    await expectLedgerClean(db, team.orgId);
  });
  test('a team of one gives back from its wallet, never what is held', async () => {
    const owner = await makeSolo();
    const paymentId = await buy(50);
    await allocateCredits(owner, { memberId: team.owner.memberId, amount: 120, idempotencyKey: key() });
    expect(await wallet(owner)).toMatchObject({ balance: 170 });
    await hold({ ...team, member: team.owner }, 140);
    expect(await findUnspent(owner, paymentId)).toEqual({ unspent: 50, refundable: 30 });
    const refundId = newId('refund');
    await expect(takeBack(paymentId, 50, refundId)).resolves.toMatchObject({ credits: 30 });
    expect(await wallet(owner)).toMatchObject({ balance: 140, free: 0 });
    await returnRefund(system, { refundId });
    expect(await wallet(owner)).toMatchObject({ balance: 170 });
    await expectLedgerClean(db, team.orgId);
  });
  test('not by people, not of another team’s payment', async () => {
    const paymentId = await buy(50);
    const input = { paymentId, refundId: 'ref_x', credits: 50 };
    await expectRefused(() => withdrawForRefund(team.owner.ctx, input), 'forbidden');
    await expectRefused(() => withdrawForRefund({ ...system, orgId: other.orgId }, input), 'not_found');
    await expectRefused(() => findUnspent(other.admin.ctx, paymentId), 'not_found');
    await expectRefused(() => findUnspent(team.member.ctx, paymentId), 'forbidden');
  });
});

describe('a refund that could not be paid out', () => {
  test('gives the credits back to the pool, once, and they can be refunded again', async () => {
    const paymentId = await buy(50);
    const refundId = newId('refund');
    await takeBack(paymentId, 20, refundId);
    const first = await returnRefund(system, { refundId });
    expect(first).toMatchObject({ credits: 20, replayed: false });
    expect(await returnRefund(system, { refundId })).toEqual({ ...first, replayed: true });
    expect(await overview()).toMatchObject({ pool: 150, refunded: 0 });
    expect(await findUnspent(team.admin.ctx, paymentId)).toEqual({ unspent: 50, refundable: 50 });
    await expect(takeBack(paymentId, 50)).resolves.toMatchObject({ credits: 50 });
    await expectLedgerClean(db, team.orgId);
  });
  test('not by people, not before it was taken, not in another team', async () => {
    const paymentId = await buy(50);
    const refundId = newId('refund');
    await expectRefused(() => returnRefund(system, { refundId }), 'not_found');
    await takeBack(paymentId, 20, refundId);
    await expectRefused(() => returnRefund(team.owner.ctx, { refundId }), 'forbidden');
    await expectRefused(() => returnRefund({ ...system, orgId: other.orgId }, { refundId }), 'not_found');
  });
});

describe('charge back', () => {
  const charge = (paymentId: string, credits: number, disputeId = newDispute()) =>
    chargeBack(system, { paymentId, disputeId, credits });

  test('takes the pool, then wallets in proportion, then leaves a debt; held and promised stay', async () => {
    const paymentId = await buy(150);
    const give = (memberId: string, amount: number) =>
      allocateCredits(team.admin.ctx, { memberId, amount, idempotencyKey: key() });
    await give(team.owner.memberId, 33);
    await give(team.admin.memberId, 67);
    await promiseCredits(team.admin.ctx, { invitationId: 'inv_dispute', amount: 140 });
    await hold(team, 15);
    // Pool 10; unheld wallets 33, 67 and 5; 15 held.
    await expect(charge(paymentId, 60)).resolves.toMatchObject({
      credits: 60,
      fromPool: 10,
      fromWallets: 50,
      owed: 0,
    });
    // 50 of 105: 15.71, 31.90 and 2.38. The two largest remainders round up.
    expect(await wallet(team.owner.ctx)).toMatchObject({ balance: 17 });
    expect(await wallet(team.admin.ctx)).toMatchObject({ balance: 35 });
    expect(await wallet(team.member.ctx)).toMatchObject({ balance: 18, held: 15 });
    await expect(charge(paymentId, 90)).resolves.toMatchObject({ fromPool: 0, fromWallets: 55, owed: 35 });
    expect(await overview()).toMatchObject({ pool: 0, wallets: 15, held: 15, promised: 140, owed: 35 });
    await expectRefused(() => hold(team, 1), 'conflict');
    await expectTrace('credits.charge_back', paymentId, 2);
    await expectLedgerClean(db, team.orgId);
  });
  test('never takes more of a payment than was not taken yet; the same dispute answers the same', async () => {
    const paymentId = await buy(50);
    await takeBack(paymentId, 20);
    const disputeId = newDispute();
    const first = await charge(paymentId, 50, disputeId);
    expect(first).toMatchObject({ credits: 30, replayed: false });
    expect(await charge(paymentId, 50, disputeId)).toEqual({ ...first, replayed: true });
    await expect(charge(paymentId, 50)).resolves.toMatchObject({ credits: 0 });
    expect(await overview()).toMatchObject({ pool: 100, refunded: 50 });
    await expectLedgerClean(db, team.orgId);
  });
  test('while holds are made: what is held stays, the rest is taken, nothing is lost', async () => {
    const paymentId = await buy(150);
    await give(team, 250);
    const results = await Promise.allSettled([
      ...Array.from({ length: 16 }, () => hold(team, 5)),
      charge(paymentId, 150),
      ...Array.from({ length: 16 }, () => hold(team, 5)),
    ]);
    const held = results.filter(({ status }) => status === 'fulfilled').length - 1;
    const { wallets, owed, refunded } = await overview();
    expect({ wallets, refunded }).toEqual({ wallets: 120 + owed, refunded: 150 });
    expect(held * 5).toBeLessThanOrEqual(wallets);
    await expectLedgerClean(db, team.orgId);
  });
  test('not by people, not of another team’s payment', async () => {
    const paymentId = await buy(50);
    const input = { paymentId, disputeId: 'dsp_x', credits: 50 };
    await expectRefused(() => chargeBack(team.owner.ctx, input), 'forbidden');
    await expectRefused(() => chargeBack({ ...system, orgId: other.orgId }, input), 'not_found');
  });
});

test('the statement says what each was', async () => {
  const paymentId = await buy(50);
  const [refundId, disputeId] = [newId('refund'), newDispute()];
  await takeBack(paymentId, 20, refundId);
  await returnRefund(system, { refundId });
  await chargeBack(system, { paymentId, disputeId, credits: 50 });
  await reverseChargeBack(system, { disputeId });
  const { rows } = await listStatement(team.admin.ctx, { kind: 'pool' }, { limit: 4 });
  expect(rows.map(({ what, in: into, out, reference }) => [what, into, out, reference?.id])).toEqual([
    ['Dispute won: Starter pack', 50, null, paymentId],
    ['Disputed payment: Starter pack', null, 50, paymentId],
    ['Returned after a failed refund: Starter pack', 20, null, paymentId],
    ['Refunded: Starter pack', null, 20, paymentId],
  ]);
});

test('what was sold is told in the language of who reads the statement', async () => {
  const german = async () => {
    const { rows } = await listStatement(team.admin.ctx, { kind: 'pool' }, { limit: 1 }, textsIn('de'));
    return rows[0]?.what;
  };
  const paymentId = await buy(50);
  expect(await german()).toMatch(/^Starter-Paket, /);
  await db.update(payment).set({ label: 'Plus plan, December 2026' }).where(eq(payment.id, paymentId));
  expect(await german()).toMatch(/^Tarif Plus, Dezember 2026, /);
  await db.update(payment).set({ label: 'Custom pack, 1,500 credits' }).where(eq(payment.id, paymentId));
  expect(await german()).toMatch(/^Eigene Menge, 1\.500 Credits, /);
});
