/** A month's money beside Stripe's balance: what agrees, what lies in another month, and every kind of difference. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { dispute, payment } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { buyPaid, payWithoutOrder, refundsOf, scope, tell } from '../../../../tests/support/money';
import { makePayingTeam, stripe, withStripe } from '../../../../tests/support/payments';
import { resolveByHand } from '../reconcile/resolve-by-hand';
import { executeRefund } from '../refunds/execute-refund';
import { refundPayment } from '../refunds/refund-payment';
import { compareMonth } from './compare-month';
import { monthBefore, monthOf, monthStart } from './month-rules';
import { getMonthlyReport } from './monthly-report';

withStripe();

const MONTH = monthOf(new Date());
const FEE = Math.round(2_900 * 0.029) + 30;

let db: Db;
let client: Stripe;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  client = (await stripeAccount()).client;
  stripe.standIn.control.pauseWebhooks();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

const compare = (month = MONTH) => compareMonth(db, client, month);

async function refundedPayment() {
  const paid = await buyPaid(team);
  const request = { paymentId: paid.id, credits: 10, reason: 'too many', idempotencyKey: newId('request') };
  const { refundId } = await refundPayment(team.admin.ctx, request);
  await executeRefund(db, refundId, scope());
  const [row] = await refundsOf(db, team, paid.id);
  return { paid, refund: row?.stripeRefundId ?? '' };
}

async function disputed(outcome?: 'won' | 'lost') {
  const paid = await buyPaid(team);
  const { id } = stripe.standIn.control.openDispute(paid.stripeChargeId ?? '');
  if (outcome) stripe.standIn.control.closeDispute(id, outcome);
  await tell(db, 'charge.dispute.closed', id);
  return id;
}

test('payments, refunds, failed ones, disputes and all fees agree to the cent', async () => {
  await refundedPayment();
  const failing = await refundedPayment();
  stripe.standIn.control.failRefund(failing.refund);
  await tell(db, 'refund.failed', failing.refund);
  await disputed();
  await disputed('won');
  await disputed('lost');
  const { lines, differences } = await compare();
  expect(differences).toEqual([]);
  expect(lines).toEqual({
    paid: { stripeCents: 14_500, oursCents: 14_500, elsewhereCents: 0 },
    refunded: { stripeCents: 1_160, oursCents: 1_160, elsewhereCents: 0 },
    'refund failed': { stripeCents: 580, oursCents: 580, elsewhereCents: 0 },
    disputed: { stripeCents: 8_700, oursCents: 8_700, elsewhereCents: 0 },
    'dispute won': { stripeCents: 2_900, oursCents: 2_900, elsewhereCents: 0 },
    fees: { stripeCents: 5 * FEE + 4_500, oursCents: 5 * FEE + 4_500, elsewhereCents: 0 },
  });
  const { money } = await getMonthlyReport(team.admin.ctx, MONTH);
  expect(money).toMatchObject({ paidCents: 14_500, refundedCents: 580, disputedCents: 5_800 });
  expect(money.feeCents).toBe(lines.fees.stripeCents);
});

test('a payment in another month here is named as such, in both months', async () => {
  const before = (await compare()).lines.paid;
  const paid = await buyPaid(team);
  const last = plus(monthStart(MONTH), -DAY);
  await db.update(payment).set({ paidAt: last }).where(eq(payment.id, paid.id));
  const here = await compare();
  expect(here.differences).toEqual([]);
  expect(here.lines.paid).toEqual({
    stripeCents: before.stripeCents + 2_900,
    oursCents: before.oursCents,
    elsewhereCents: 2_900,
  });
  const earlier = await compare(monthBefore(MONTH));
  expect(earlier.differences).toEqual([]);
  expect(earlier.lines.paid).toEqual({ stripeCents: 0, oursCents: 2_900, elsewhereCents: -2_900 });
  expect(earlier.lines.fees).toEqual({ stripeCents: 0, oursCents: FEE, elsewhereCents: -FEE });
  await db.update(payment).set({ paidAt: paid.paidAt }).where(eq(payment.id, paid.id));
});

test('another amount, another fee, a fee that is not known, and what Stripe never had are differences', async () => {
  const wrong = await buyPaid(team);
  const unknown = await buyPaid(team);
  const nowhere = await buyPaid(team);
  const duId = await disputed();
  await db.update(payment).set({ amountCents: 2_800 }).where(eq(payment.id, wrong.id));
  await db.update(payment).set({ feeCents: null }).where(eq(payment.id, unknown.id));
  await db.update(payment).set({ stripeChargeId: 'ch_nowhere' }).where(eq(payment.id, nowhere.id));
  await db.update(dispute).set({ feeCents: 0 }).where(eq(dispute.stripeDisputeId, duId));
  const [row] = await db.select().from(dispute).where(eq(dispute.stripeDisputeId, duId));
  const { differences } = await compare();
  expect(differences).toEqual([
    expect.stringContaining(`${row?.id}: its fee is $0 here, $15 at Stripe`),
    expect.stringContaining(`${nowhere.stripeChargeId}: paid $29 at Stripe, nothing here`),
    expect.stringContaining(`${unknown.id}: its fee is not known here`),
    expect.stringContaining(`${wrong.id}: paid $28 here, $29 at Stripe`),
    `${nowhere.id}: paid $29 here, nothing at Stripe`,
  ]);
  await db.update(payment).set({ amountCents: 2_900 }).where(eq(payment.id, wrong.id));
  await db.update(payment).set({ feeCents: FEE }).where(eq(payment.id, unknown.id));
  await db.update(payment).set({ stripeChargeId: nowhere.stripeChargeId }).where(eq(payment.id, nowhere.id));
  await db.update(dispute).set({ feeCents: 1_500 }).where(eq(dispute.stripeDisputeId, duId));
});

test('what belongs to others, went back without an order, or was settled by staff is left out', async () => {
  const before = await compare();
  const { id: customer } = await client.customers.create({ name: 'Another shop' });
  const foreign = await payWithoutOrder(client, customer);
  await client.refunds.create({ payment_intent: foreign.id, amount: 100 });
  stripe.standIn.control.openDispute(String((await payWithoutOrder(client, customer)).latest_charge));
  const paid = await buyPaid(team);
  const mine = stripe.standIn.store.paymentIntents[paid.stripePaymentId]?.customer ?? '';
  const back = await payWithoutOrder(client, mine);
  await client.refunds.create({ payment_intent: back.id });
  const stray = await payWithoutOrder(client, mine);
  expect((await compare()).differences).toEqual([`${stray.latest_charge}: paid $5 at Stripe, nothing here`]);
  const by = { reason: 'Paid for a workshop, credited by hand.', by: 'Staff' };
  await resolveByHand(db, { id: stray.id, ...by }, new Date());
  const after = await compare();
  expect(after.differences).toEqual([]);
  expect(after.leftOut).toBe(before.leftOut + 7);
  expect(after.lines.paid.stripeCents).toBe(before.lines.paid.stripeCents + 2_900);
});

test('a balance that cannot be read is a difference, not an agreement', async () => {
  const failure = new Stripe.errors.StripeAPIError({ message: 'no balance', type: 'api_error' });
  const list = {
    value: () => {
      throw failure;
    },
  };
  const blind: Stripe = Object.create(client, {
    balanceTransactions: { value: Object.create(client.balanceTransactions, { list }) },
  });
  const { differences } = await compareMonth(db, blind, MONTH);
  expect(differences).toEqual(['stripe: its balance cannot be read: no balance']);
});

test('the command prints both sides and every difference, and exits 1 on one', async () => {
  const report = (...more: string[]) =>
    promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'scripts/finance-report.ts', '--month', MONTH, ...more],
      { timeout: 120_000 },
    ).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        stdout,
        stderr,
      }),
    );
  const paid = await buyPaid(team);
  const agreed = await report();
  expect([agreed.code, agreed.stdout]).toEqual([0, expect.stringContaining('Agrees with Stripe.')]);
  await db.update(payment).set({ amountCents: 2_800 }).where(eq(payment.id, paid.id));
  const differs = await report('--csv');
  expect(differs.code).toBe(1);
  expect(differs.stderr).toContain(`${paid.id}: paid $28 here, $29 at Stripe`);
  expect(differs.stdout.split('\r\n')[0]).toMatch(/^organization,name,opening/);
  expect(differs.stdout).not.toContain('Stripe');
  await db.update(payment).set({ amountCents: 2_900 }).where(eq(payment.id, paid.id));
}, 180_000);
