/** Each check of billing's rows, and a corruption that it catches. */
import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/types';
import { verifyLedger } from '@/features/credits/verify-ledger';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { buyPaid, scope, tell } from '../../../../tests/support/money';
import { makePayingTeam, stripe, withStripe } from '../../../../tests/support/payments';
import type { Payment } from '../payments/payment-locks';
import { executeRefund } from '../refunds/execute-refund';
import { refundPayment } from '../refunds/refund-payment';
import { BILLING_CHECKS } from './billing-checks';

withStripe();

let db: Db;
let team: TestTeam;
let paid: Payment;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
  team = await makePayingTeam();
  paid = await buyPaid(team);
  const request = { paymentId: paid.id, credits: 10, reason: 'x', idempotencyKey: newId('request') };
  const { refundId } = await refundPayment(team.admin.ctx, request);
  await executeRefund(db, refundId, scope());
  const { id } = stripe.standIn.control.openDispute(paid.stripeChargeId ?? '', { amount: 1_160 });
  await tell(db, 'charge.dispute.created', id);
});
beforeEach(async () => {
  await expectLedgerClean(db, team.orgId);
});

const CORRUPTIONS: [check: string, statement: SQL, repair: SQL][] = [
  [
    'orders',
    sql`update purchase_order set status = 'pending'`,
    sql`update purchase_order set status = 'paid'`,
  ],
  ['payments', sql`update payment set credits = 49`, sql`update payment set credits = 50`],
  ['payments', sql`update payment set credits = 0`, sql`update payment set credits = 50`],
  ['refund credits', sql`update refund set credits = 11`, sql`update refund set credits = 10`],
  ['refund credits', sql`update refund set status = 'failed'`, sql`update refund set status = 'succeeded'`],
  ['refund cents', sql`update payment set refunded_cents = 1`, sql`update payment set refunded_cents = 580`],
  ['dispute credits', sql`update dispute set credits = 1`, sql`update dispute set credits = 20`],
  ['dispute credits', sql`update dispute set status = 'won'`, sql`update dispute set status = 'open'`],
];

test.each(CORRUPTIONS)('%s', async (check, statement, repair) => {
  await db.execute(statement);
  const { differences } = await verifyLedger(db, team.orgId, BILLING_CHECKS);
  await db.execute(repair);
  expect(differences.map((difference) => difference.check)).toContain(check);
});

test('every check has a corruption', () => {
  expect(new Set(CORRUPTIONS.map(([check]) => check))).toEqual(
    new Set(BILLING_CHECKS.map(({ name }) => name)),
  );
});
