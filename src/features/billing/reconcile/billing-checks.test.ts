/** Each check of billing's rows, and a corruption that it catches. */
import { eq, type SQL, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { buyPaid, refundsOf, scope, tell } from '../../../../tests/support/money';
import { makePayingTeam, stripe, withStripe } from '../../../../tests/support/payments';
import type { Payment } from '../payments/payment-locks';
import { executeRefund } from '../refunds/execute-refund';
import { refundPayment } from '../refunds/refund-payment';
import { BILLING_CHECKS } from './billing-checks';
import { verifyMoney } from './verify-money';
import { verifyMoneyJob } from './verify-money.job';

vi.hoisted(() => {
  process.env.STAFF_EMAILS = 'Staff@example.test, second@example.test';
});

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
  expect((await verifyMoney(db, team.orgId)).differences).toEqual([]);
});

const CORRUPTIONS: [check: string, statement: SQL, repair: SQL][] = [
  [
    'orders',
    sql`update purchase_order set status = 'pending'`,
    sql`update purchase_order set status = 'paid'`,
  ],
  ['refund credits', sql`update refund set credits = 11`, sql`update refund set credits = 10`],
  ['refund credits', sql`update refund set status = 'failed'`, sql`update refund set status = 'succeeded'`],
  ['refund cents', sql`update payment set refunded_cents = 1`, sql`update payment set refunded_cents = 580`],
  ['dispute credits', sql`update dispute set credits = 1`, sql`update dispute set credits = 20`],
  ['dispute credits', sql`update dispute set status = 'won'`, sql`update dispute set status = 'open'`],
];

test.each(CORRUPTIONS)('%s', async (check, statement, repair) => {
  await db.execute(statement);
  const { differences } = await verifyMoney(db, team.orgId);
  await db.execute(repair);
  expect(differences.map((difference) => difference.check)).toContain(check);
});

test('every check has a corruption', () => {
  expect(new Set(CORRUPTIONS.map(([check]) => check))).toEqual(
    new Set(BILLING_CHECKS.map(({ name }) => name)),
  );
});

test('the nightly job is loud: it fails and mails the staff, once a day', async () => {
  await db.execute(sql`update dispute set credits = 1`);
  const run = () => verifyMoneyJob.run({}, { db, signal: new AbortController().signal });
  await expect(run()).rejects.toThrow('differences');
  await expect(run()).rejects.toThrow('differences');
  await db.execute(sql`update dispute set credits = 20`);
  await run();
  const mails = await db.select().from(mail).where(eq(mail.template, 'ledger-alarm'));
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([
    'second@example.test',
    'staff@example.test',
  ]);
  expect(mails[0]?.text).toContain('dispute credits');
  expect(await refundsOf(db, team, paid.id)).toHaveLength(1);
});
