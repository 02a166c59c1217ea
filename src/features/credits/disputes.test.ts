/** A dispute that was won: what comes back to whom, and whose credits they are then. */
import { beforeEach, describe, expect, test } from 'vitest';
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
import { chargeBack } from './charge-back';
import { promiseCredits } from './promise';
import { purchaseCredits } from './purchase';
import { getOverview, findMyWallet as wallet } from './queries';
import { returnPromise } from './return-promise';
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

async function buy(credits: number): Promise<string> {
  const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, credits);
  await purchaseCredits(system, { amount: credits, paymentId });
  return paymentId;
}

async function spend(amount: number): Promise<void> {
  await settleHold(system, { generationId: await hold(team, amount), amount });
}

const takeBack = (paymentId: string, credits: number) =>
  withdrawForRefund(system, { paymentId, refundId: newId('refund'), credits });
const overview = () => getOverview(team.admin.ctx);
const newDispute = () => newId('dispute');

describe('a dispute that was won', () => {
  const reverse = (disputeId: string) => reverseChargeBack(system, { disputeId });

  test('repays what is owed, gives each wallet its part, the rest to the pool, once', async () => {
    const paymentId = await buy(150);
    await give(team, 80);
    const colleague = team.owner;
    await allocateCredits(team.admin.ctx, {
      memberId: colleague.memberId,
      amount: 50,
      idempotencyKey: key(),
    });
    await promiseCredits(team.admin.ctx, { invitationId: 'inv_won', amount: 115 });
    const disputeId = newDispute();
    // Pool 5, wallets 100 and 50, so all of both; nothing is left to owe.
    await chargeBack(system, { paymentId, disputeId, credits: 150 });
    expect(await overview()).toMatchObject({ pool: 0, wallets: 5, promised: 115, owed: 0 });
    await returnWallet(team.admin.ctx, { memberId: team.member.memberId });
    const first = await reverse(disputeId);
    expect(first).toMatchObject({ credits: 150, repaid: 0, toWallets: 145, toPool: 5, replayed: false });
    expect(await reverse(disputeId)).toEqual({ ...first, replayed: true });
    // The former member's part is in the pool.
    const { pool, wallets } = await overview();
    expect(pool + wallets).toBe(155);
    expect((await wallet(colleague.ctx)).balance).toBe(50);
    expect(await findUnspent(team.admin.ctx, paymentId)).toMatchObject({ unspent: 150 });
    await expectTrace('credits.reverse_charge_back', team.orgId);
    await expectLedgerClean(db, team.orgId);
  });
  test('what it left owed is repaid first, what a purchase repaid meanwhile comes as credits', async () => {
    const paymentId = await buy(50);
    await give(team, 150);
    await spend(170);
    const disputeId = newDispute();
    await expect(chargeBack(system, { paymentId, disputeId, credits: 50 })).resolves.toMatchObject({
      owed: 50,
    });
    await buy(20);
    expect(await overview()).toMatchObject({ pool: 0, owed: 30 });
    await expect(reverse(disputeId)).resolves.toMatchObject({ repaid: 30, toWallets: 0, toPool: 20 });
    expect(await overview()).toMatchObject({ pool: 20, owed: 0, refunded: 0 });
    await give(team, 5);
    await hold(team, 5);
    await expectLedgerClean(db, team.orgId);
  });
  test('a debt of another dispute is repaid only out of what was the team’s own', async () => {
    const [lost, won] = [await buy(60), await buy(40)];
    await give(team, 180);
    const disputeId = newDispute();
    await chargeBack(system, { paymentId: won, disputeId, credits: 40 });
    // 20 from the pool, 20 from the wallet.
    await spend(180);
    await chargeBack(system, { paymentId: lost, disputeId: newDispute(), credits: 60 });
    expect(await overview()).toMatchObject({ pool: 0, wallets: 0, owed: 60 });
    await expect(reverse(disputeId)).resolves.toMatchObject({ repaid: 20, toWallets: 20, toPool: 0 });
    expect(await overview()).toMatchObject({ wallets: 20, owed: 40 });
    await expectLedgerClean(db, team.orgId);
  });
  test('purchases that repaid its debt are unspent again', async () => {
    const disputed = await buy(100);
    await give(team, 200);
    await spend(220);
    const disputeId = newDispute();
    await chargeBack(system, { paymentId: disputed, disputeId, credits: 100 });
    const [older, newer] = [await buy(60), await buy(70)];
    // 60 and 40 of them repaid the 100.
    expect(await overview()).toMatchObject({ pool: 30, owed: 0 });
    expect(await findUnspent(team.admin.ctx, older)).toMatchObject({ unspent: 0 });
    expect(await findUnspent(team.admin.ctx, newer)).toMatchObject({ unspent: 30 });
    const first = await reverse(disputeId);
    expect(first).toMatchObject({ credits: 100, repaid: 0, toPool: 100, replayed: false });
    expect(await reverse(disputeId)).toEqual({ ...first, replayed: true });
    expect(await findUnspent(team.admin.ctx, disputed)).toEqual({ unspent: 0, refundable: 0 });
    expect(await findUnspent(team.admin.ctx, older)).toEqual({ unspent: 60, refundable: 60 });
    expect(await findUnspent(team.admin.ctx, newer)).toEqual({ unspent: 70, refundable: 70 });
    await expect(takeBack(newer, 70)).resolves.toMatchObject({ credits: 70 });
    await expect(takeBack(older, 60)).resolves.toMatchObject({ credits: 60 });
    expect(await overview()).toMatchObject({ pool: 0, owed: 0 });
    await expectLedgerClean(db, team.orgId);
  });
  test('it undoes no more than comes back to the pool, of the newest first', async () => {
    const disputed = await buy(100);
    await give(team, 200);
    await spend(220);
    const disputeId = newDispute();
    await chargeBack(system, { paymentId: disputed, disputeId, credits: 30 });
    await chargeBack(system, { paymentId: disputed, disputeId: newDispute(), credits: 70 });
    const [older, newer] = [await buy(60), await buy(70)];
    await expect(reverse(disputeId)).resolves.toMatchObject({ repaid: 0, toPool: 30 });
    expect(await findUnspent(team.admin.ctx, older)).toMatchObject({ unspent: 0 });
    expect(await findUnspent(team.admin.ctx, newer)).toMatchObject({ unspent: 60 });
    await expectLedgerClean(db, team.orgId);
  });
  test('two won disputes undo one repayment once', async () => {
    const disputed = await buy(100);
    await give(team, 170);
    await spend(190);
    const disputes = [newDispute(), newDispute()];
    // 30 from the pool, 50 owed.
    for (const disputeId of disputes)
      await chargeBack(system, { paymentId: disputed, disputeId, credits: 40 });
    const next = await buy(50);
    for (const disputeId of disputes)
      await expect(reverse(disputeId)).resolves.toMatchObject({ repaid: 0, toPool: 40 });
    expect(await findUnspent(team.admin.ctx, next)).toEqual({ unspent: 50, refundable: 50 });
    expect(await findUnspent(team.admin.ctx, disputed)).toEqual({ unspent: 30, refundable: 30 });
    await expectLedgerClean(db, team.orgId);
  });
  test('what was repaid before it opened stays repaid', async () => {
    const [lost, won] = [await buy(40), await buy(30)];
    await promiseCredits(team.admin.ctx, { invitationId: 'inv_stays', amount: 50 });
    await give(team, 120);
    await spend(140);
    await chargeBack(system, { paymentId: lost, disputeId: newDispute(), credits: 40 });
    const before = await buy(45);
    const disputeId = newDispute();
    // 5 from the pool, 25 owed.
    await chargeBack(system, { paymentId: won, disputeId, credits: 30 });
    const [part, rest] = [await buy(10), await buy(30)];
    // 10 and 15 repaid the 25; the 40 that `before` repaid were another dispute's.
    await expect(reverse(disputeId)).resolves.toMatchObject({ repaid: 0, toPool: 30 });
    await returnPromise(system, { invitationId: 'inv_stays' });
    const unspent = async (paymentId: string) => (await findUnspent(team.admin.ctx, paymentId)).unspent;
    expect([await unspent(before), await unspent(part), await unspent(rest)]).toEqual([5, 10, 30]);
    await expectLedgerClean(db, team.orgId);
  });
  test('not by people, not what was never charged back, not in another team', async () => {
    const paymentId = await buy(50);
    const disputeId = newDispute();
    await expectRefused(() => reverse(disputeId), 'not_found');
    await chargeBack(system, { paymentId, disputeId, credits: 50 });
    await expectRefused(() => reverseChargeBack(team.owner.ctx, { disputeId }), 'forbidden');
    await expectRefused(
      () => reverseChargeBack({ ...system, orgId: other.orgId }, { disputeId }),
      'not_found',
    );
  });
});

test('the statement says whose repayment a won dispute undid', async () => {
  const disputed = await buy(50);
  await give(team, 150);
  await spend(170);
  const disputeId = newDispute();
  await chargeBack(system, { paymentId: disputed, disputeId, credits: 50 });
  const paymentId = await buy(30);
  await reverseChargeBack(system, { disputeId });
  const { rows } = await listStatement(team.admin.ctx, { kind: 'pool' }, { limit: 3 });
  expect(rows.map(({ what, in: into, out, reference }) => [what, into, out, reference?.id])).toEqual([
    ['Returned after a won dispute: Starter pack', 30, null, paymentId],
    ['Repaid after a disputed payment', null, 30, paymentId],
    ['Starter pack, $29', 30, null, paymentId],
  ]);
  await expectLedgerClean(db, team.orgId);
});
