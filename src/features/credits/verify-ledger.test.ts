/** Every kind of corruption is caught: made with the triggers off, as somebody with the database password could. */
import { type SQL, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { creditRequest } from '@/db/schema/credits';
import { newId } from '@/lib/ids';
import { hold, key, recordPayment, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { approveRequest } from './approve-request';
import { chargeBack } from './charge-back';
import { distributeCredits } from './distribute';
import { keepPromise } from './keep-promise';
import { promiseCredits } from './promise';
import { purchaseCredits } from './purchase';
import { refundToWallet } from './refund';
import { returnRefund } from './return-refund';
import { reverseChargeBack } from './reverse-charge-back';
import { settleHold } from './settle';
import { LEDGER_CHECKS } from './verify-checks';
import { verifyLedger } from './verify-ledger';
import { withdrawForRefund } from './withdraw-for-refund';

let { db, team, other, system } = {} as TwoTeams;

/** A team with every kind of row in it; a fresh one for every corruption. */
beforeEach(async () => {
  ({ db, team, other, system } = await twoTeams());
  const generationId = await hold(team, 6);
  await settleHold(system, { generationId, amount: 4 });
  await refundToWallet(system, { generationId, amount: 1, idempotencyKey: key() });
  await hold(team, 3);
  const invitationId = `inv_${team.orgId}`;
  await promiseCredits(team.admin.ctx, { invitationId, amount: 5 });
  await keepPromise(system, { invitationId, memberId: team.member.memberId });
  const paymentId = await recordPayment(db, team.orgId, team.admin.memberId, 50);
  await purchaseCredits(system, { amount: 50, paymentId });
  const [refundId, disputeId] = [newId('refund'), newId('dispute')];
  await withdrawForRefund(system, { paymentId, refundId, credits: 10 });
  await returnRefund(system, { refundId });
  await withdrawForRefund(system, { paymentId, refundId: newId('refund'), credits: 5 });
  await chargeBack(system, { paymentId, disputeId, credits: 20 });
  await reverseChargeBack(system, { disputeId });
  await distributeCredits(team.admin.ctx, {
    distribution: { mode: 'even', amount: 6 },
    idempotencyKey: key(),
  });
  const requestId = newId('creditRequest');
  const { memberId } = team.member;
  await db.insert(creditRequest).values({ id: requestId, organizationId: team.orgId, memberId, amount: 2 });
  await approveRequest(team.admin.ctx, { requestId });
});

async function tamper(statement: SQL): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(statement);
  });
}

async function brokenChecks(orgId = team.orgId): Promise<string[]> {
  const { differences } = await verifyLedger(db, orgId);
  return [...new Set(differences.map((difference) => difference.check))];
}

const mine = (kind: string) =>
  sql`(select id from ledger_account where organization_id = ${team.orgId} and kind = ${kind}
    and member_id = ${kind === 'wallet' ? team.member.memberId : ''})`;
const lastEntry = (kind: string) =>
  sql`(account_id, version) = (select account_id, max(version) from ledger_entry where account_id = ${mine(kind)} group by 1)`;
const operations = (kind: string) => sql`organization_id = ${team.orgId} and kind = ${kind}`;
const transfers = (kind: string) => sql`organization_id = ${team.orgId} and kind = ${kind}`;

const CORRUPTIONS: [check: string, what: string, statement: () => SQL][] = [
  ['legs', 'a leg is gone', () => sql`delete from ledger_entry where ${lastEntry('wallet')}`],
  [
    'legs',
    'a leg has another amount',
    () => sql`update ledger_entry set delta = delta + 1 where ${lastEntry('wallet')}`,
  ],
  [
    'legs',
    'a transfer has another amount',
    () => sql`update ledger_transfer set amount = amount + 1 where ${transfers('settle')}`,
  ],
  [
    'tenant',
    'a transfer changes hands',
    () => sql`update ledger_transfer set to_account =
    (select id from ledger_account where organization_id = ${other.orgId} and kind = 'pool') where ${transfers('settle')}`,
  ],
  [
    'kinds',
    'a transfer claims another kind',
    () => sql`update ledger_transfer set kind = 'reclaim' where ${transfers('promise')}`,
  ],
  [
    'accounts',
    'a balance row is gone',
    () => sql`delete from ledger_balance where account_id = ${mine('debt')}`,
  ],
  [
    'balances',
    'a member writes their own balance',
    () => sql`update ledger_balance set posted = posted + 100 where account_id = ${mine('wallet')}`,
  ],
  [
    'versions',
    'an entry jumps ahead',
    () => sql`update ledger_entry set version = version + 10 where ${lastEntry('pool')}`,
  ],
  [
    'versions',
    'a balance forgets an entry',
    () => sql`update ledger_balance set version = version - 1 where account_id = ${mine('pool')}`,
  ],
  [
    'chain',
    'a running balance is polished',
    () => sql`update ledger_entry set balance_after = balance_after + 1 where ${lastEntry('pool')}`,
  ],
  [
    'held',
    'held credits disappear',
    () => sql`update ledger_balance set held = 0 where account_id = ${mine('wallet')}`,
  ],
  [
    'resolutions',
    'a hold frees more than it held',
    () => sql`update hold_resolution set released = released + 1
    where hold_id in (select id from credit_hold where organization_id = ${team.orgId})`,
  ],
  [
    'charges',
    'a charge without its hold’s end',
    () => sql`delete from hold_resolution
    where hold_id in (select id from credit_hold where organization_id = ${team.orgId})`,
  ],
  [
    'spent',
    'a counter is turned back',
    () => sql`update ledger_balance set spent = 0 where account_id = ${mine('wallet')}`,
  ],
  [
    'refunds',
    'a refund for what was never charged',
    () => sql`update ledger_transfer set reference_id = 'gen_none' where ${transfers('wallet_refund')}`,
  ],
  [
    'promises',
    'a promise without its beginning',
    () => sql`update ledger_transfer set reference_id = 'inv_none' where ${transfers('promise')}`,
  ],
  [
    'closed',
    'a closed wallet keeps credits',
    () => sql`update ledger_balance set closed = true where account_id = ${mine('wallet')}`,
  ],
  [
    'world',
    'credits out of nothing',
    () => sql`update ledger_balance set posted = posted + 1 where account_id = ${mine('pool')}`,
  ],
  [
    'entry_kinds',
    'an entry claims another kind',
    () => sql`update ledger_entry set kind = 'grant' where ${lastEntry('wallet')}`,
  ],
  [
    'operations',
    'an answer says more than was moved',
    () =>
      sql`update ledger_operation set result = result || '{"credits": 21}' where ${operations('chargeback')}`,
  ],
  [
    'operations',
    'a transfer leaves its distribution',
    () =>
      sql`update ledger_transfer set operation_id = null where ${transfers('allocate')} and operation_id is not null`,
  ],
  [
    'taken_back',
    'a refund beyond what was bought',
    () => sql`update ledger_transfer set amount = 51 where ${transfers('money_refund')} and amount = 5`,
  ],
  [
    'undone',
    'a won dispute that was never lost',
    () =>
      sql`update ledger_operation set idempotency_key = 'chargeback:dsp_none' where ${operations('chargeback')}`,
  ],
  [
    'undone',
    'a returned refund is another’s',
    () =>
      sql`update ledger_operation set reference_id = 'pay_none' where ${operations('money_refund_returned')}`,
  ],
  [
    'debt',
    'a debt from nowhere',
    () => sql`update ledger_balance set posted = -7 where account_id = ${mine('debt')}`,
  ],
  [
    'repayments',
    'a repayment undone that never was',
    () => sql`update ledger_transfer set kind = 'debt_repayment_returned' where ${transfers('money_refund')}`,
  ],
  [
    'requests',
    'an approved request without its transfer',
    () =>
      sql`update ledger_transfer set reference_id = 'crq_none' where ${transfers('allocate')} and reference_type = 'request'`,
  ],
  [
    'requests',
    'a request that granted more than it says',
    () => sql`update credit_request set granted = 1 where organization_id = ${team.orgId}`,
  ],
];

test.each(CORRUPTIONS)('%s: %s', async (check, _what, statement) => {
  expect(await brokenChecks()).toEqual([]);
  await tamper(statement());
  expect(await brokenChecks()).toContain(check);
});

test('every check has a corruption that it catches', () => {
  expect(new Set(CORRUPTIONS.map(([check]) => check))).toEqual(
    new Set(LEDGER_CHECKS.map(({ name }) => name)),
  );
});

test('one team’s corruption is not another’s, and the whole ledger shows it', async () => {
  await tamper(sql`update ledger_balance set posted = posted + 1 where account_id = ${mine('pool')}`);
  expect(await brokenChecks(other.orgId)).toEqual([]);
  const { differences } = await verifyLedger(db);
  expect(differences).toContainEqual(expect.objectContaining({ check: 'balances' }));
});
