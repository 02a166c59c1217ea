/**
 * The same request twice at once, of every operation: both stand before the balance rows, neither has seen the other, and then
 * both go on. It happens once, and both are told the same.
 */
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { selectRows } from '@/db/sql-rows';
import { chargeBack } from '@/features/credits/charge-back';
import { distributeCredits } from '@/features/credits/distribute';
import { grantCredits } from '@/features/credits/grant';
import { openWallet } from '@/features/credits/open-wallet';
import { promiseCredits } from '@/features/credits/promise';
import { purchaseCredits } from '@/features/credits/purchase';
import { findMyWallet, getOverview } from '@/features/credits/queries';
import { reassignCredits } from '@/features/credits/reassign';
import { reclaimCredits } from '@/features/credits/reclaim';
import { refundToWallet } from '@/features/credits/refund';
import { returnRefund } from '@/features/credits/return-refund';
import { returnWallet } from '@/features/credits/return-wallet';
import { reverseChargeBack } from '@/features/credits/reverse-charge-back';
import { settleHold } from '@/features/credits/settle';
import { withdrawForRefund } from '@/features/credits/withdraw-for-refund';
import { newId } from '@/lib/ids';
import { makeMember } from '../support/factories';
import { give, hold, key, recordPayment, type TwoTeams, twoTeams } from '../support/ledger';
import { together, whileWaiting } from '../support/ledger-locks';

let { db, team, system } = {} as TwoTeams;
beforeEach(async () => {
  // 100 in the pool, 20 in the member's wallet.
  ({ db, team, system } = await twoTeams());
});

async function buy(): Promise<string> {
  const paymentId = await recordPayment(db, team.orgId, team.owner.memberId, 20);
  await purchaseCredits(system, { paymentId, amount: 20 });
  return paymentId;
}

const move = () => ({ memberId: team.member.memberId, amount: 5, idempotencyKey: key() });

/** Makes what is needed, and answers the request. */
const REQUESTS: Record<string, () => Promise<() => Promise<unknown>>> = {
  purchase: async () => {
    const paymentId = await recordPayment(db, team.orgId, team.owner.memberId, 20);
    return () => purchaseCredits(system, { paymentId, amount: 20 });
  },
  'grant to a wallet': async () => {
    const input = move();
    return () => grantCredits(system, input);
  },
  allocate: async () => {
    const once = key();
    return () => give(team, 5, once);
  },
  reassign: async () => {
    const { memberId, ...input } = move();
    const toMemberId = team.owner.memberId;
    return () => reassignCredits(team.admin.ctx, { ...input, fromMemberId: memberId, toMemberId });
  },
  reclaim: async () => {
    const input = move();
    return () => reclaimCredits(team.admin.ctx, input);
  },
  'return of a wallet': async () => () => returnWallet(system, { memberId: team.member.memberId }),
  promise: async () => {
    const invitationId = newId('invitation');
    return () => promiseCredits(team.admin.ctx, { invitationId, amount: 5 });
  },
  distribution: async () => {
    const input = { distribution: { mode: 'even', amount: 30 }, idempotencyKey: key() } as const;
    return () => distributeCredits(team.admin.ctx, input);
  },
  'withdrawal for a refund': async () => {
    const input = { paymentId: await buy(), refundId: newId('refund'), credits: 5 };
    return () => withdrawForRefund(system, input);
  },
  'return of a refund': async () => {
    const refundId = newId('refund');
    await withdrawForRefund(system, { paymentId: await buy(), refundId, credits: 5 });
    return () => returnRefund(system, { refundId });
  },
  chargeback: async () => {
    const input = { paymentId: await buy(), disputeId: newId('dispute'), credits: 5 };
    return () => chargeBack(system, input);
  },
  'reversal of a chargeback': async () => {
    const disputeId = newId('dispute');
    await chargeBack(system, { paymentId: await buy(), disputeId, credits: 5 });
    return () => reverseChargeBack(system, { disputeId });
  },
};

test.each(Object.keys(REQUESTS))('%s, asked for twice at once: once', async (name) => {
  const request = (await REQUESTS[name]?.()) ?? (() => Promise.reject(new Error('no such request')));
  const answers: unknown[] = [];
  const ask = async () => answers.push(await request());
  expect(await together(db, team.orgId, ask, ask)).toEqual(['ok', 'ok']);
  await ask();
  const first = answers.find((answer) => !(answer as { replayed: boolean }).replayed);
  const again = { ...(first as object), replayed: true };
  expect(answers).toHaveLength(3);
  expect(answers.filter((answer) => answer !== first)).toEqual([again, again]);
});

test('a charge, returned whole by two at once: never more than was charged', async () => {
  const generationId = await hold(team, 8);
  await settleHold(system, { generationId, amount: 5 });
  const refund = () => refundToWallet(system, { generationId, amount: 5, idempotencyKey: key() });
  expect(await together(db, team.orgId, refund, refund)).toEqual(['conflict', 'ok']);
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ used: 0, balance: 20 });
});

test('what a closed wallet gives on to the pool takes its place in time when it has the pool', async () => {
  const generationId = await hold(team, 8);
  await returnWallet(system, { memberId: team.member.memberId });
  const outcomes = await whileWaiting(
    db,
    team.orgId,
    () => settleHold(system, { generationId, amount: 5 }),
    (holder) => grantCredits({ ...system, db: holder }, { amount: 7, idempotencyKey: key() }),
  );
  expect(outcomes).toEqual(['ok']);
  const rows = await selectRows<{ kind: string }>(
    db,
    sql`select e.kind from ledger_entry e join ledger_account a on a.id = e.account_id
      where a.organization_id = ${team.orgId} and a.kind = 'pool'
      -- Times are milliseconds; within one the pool's own count decides.
      order by e.created_at desc, e.version desc limit 2`,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['reclaim', 'grant']);
});

test('a chargeback counts a wallet that was opened and filled while it waited', async () => {
  const paymentId = await recordPayment(db, team.orgId, team.owner.memberId, 60);
  await purchaseCredits(system, { paymentId, amount: 60 });
  await give(team, 150);
  // The pool has 10, the wallet 170; the newcomer's will have 30.
  const newcomer = await makeMember(db, team.orgId, 'member');
  const charge = () => chargeBack(system, { paymentId, disputeId: newId('dispute'), credits: 60 });
  await whileWaiting(db, team.orgId, charge, async () => {
    await openWallet(system, { memberId: newcomer.memberId });
    await grantCredits(system, { memberId: newcomer.memberId, amount: 30, idempotencyKey: key() });
  });
  // 50 of 200: 42.5 and 7.5, the remainder to the lower account.
  const { balance } = await findMyWallet(newcomer.ctx);
  expect(30 - balance).toBeGreaterThanOrEqual(7);
  expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 0, wallets: 150, owed: 0 });
});
