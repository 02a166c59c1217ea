/** A month of a plan that is paid back, or that a bank takes back, gives the plan no more: through the local Stripe. */
import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { payment } from '@/db/schema/billing';
import { mail, notice } from '@/db/schema/notifications';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { textsIn } from '@/texts/catalogue';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { buyPaid, scope } from '../../../../tests/support/money';
import { makePayingTeam, poolOf, stripe, withStripe } from '../../../../tests/support/payments';
import { buyPlan, planRows, runningPlan, settle } from '../../../../tests/support/plans';
import { getEntitlements } from '../entitlements';
import type { Payment } from '../payments/payment-locks';
import { getPayment } from '../payments/payment-queries';
import { executeRefund } from '../refunds/execute-refund';
import { refundLoss, refundOffer } from '../refunds/refund-offer-rules';
import { refundPayment } from '../refunds/refund-payment';
import { changePlan } from './change-plan';
import { endUnpaidPeriods } from './period-money';
import { getPlan } from './plan-queries';

withStripe();

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

const tier = async () => (await getEntitlements({ db, orgId: team.orgId }, new Date())).tier;
const plan = async () => (await getPlan(team.admin.ctx, new Date())).plan;

async function start(id: 'plus' | 'pro'): Promise<Payment> {
  await buyPlan(team.admin, id);
  await settle(db);
  return lastMonth();
}

async function lastMonth(): Promise<Payment> {
  const rows = await db
    .select()
    .from(payment)
    .where(and(eq(payment.organizationId, team.orgId), eq(payment.kind, 'plan')))
    .orderBy(payment.createdAt, payment.id);
  const last = rows.at(-1);
  if (!last) throw new Error('no month was paid');
  return last;
}

const ask = (paymentId: string, credits?: number) =>
  refundPayment(team.admin.ctx, {
    paymentId,
    credits,
    reason: 'Not needed',
    idempotencyKey: newId('request'),
  });

async function payBack(paymentId: string, credits?: number): Promise<void> {
  await executeRefund(db, (await ask(paymentId, credits)).refundId, scope());
  await settle(db);
}

async function renew(): Promise<void> {
  stripe.standIn.control.moveToNextRenewal((await runningPlan(db, team)).stripeSubscriptionId);
  await settle(db);
}

const refundsAtStripe = (chargeId: string | null) =>
  Object.values(stripe.standIn.store.refunds).filter(({ charge }) => charge === chargeId);

const losses = async (paymentId: string, credits: number) => {
  const offer = refundOffer(await getPayment(team.admin.ctx, paymentId, new Date()));
  return offer && refundLoss(offer, credits, textsIn('en'));
};

describe('paid back by a click', () => {
  test('the plan gives nothing from that moment, ends at Stripe once the money is sent, and renews no more', async () => {
    const paid = await start('pro');
    expect(await tier()).toBe('pro');
    expect(await losses(paid.id, 60)).toContain('the Pro plan ends now');
    const { refundId } = await ask(paid.id);
    expect(await tier()).toBe('free');
    expect(await plan()).toMatchObject({ id: 'pro', rests: true });

    await executeRefund(db, refundId, scope());
    await settle(db);
    expect(await planRows(db, team)).toMatchObject([{ status: 'canceled' }]);
    expect([await tier(), await plan(), await poolOf(team)]).toEqual(['free', null, 0]);
    expect(refundsAtStripe(paid.stripeChargeId)).toHaveLength(1);
    const subscription = stripe.standIn.store.subscriptions[paid.stripeSubscriptionId ?? ''];
    expect(subscription?.status).toBe('canceled');
    const told = await db
      .select({ body: notice.body })
      .from(notice)
      .where(and(eq(notice.organizationId, team.orgId), eq(notice.type, 'plan.ended')));
    expect(told[0]?.body).toBe(
      'Its payment was refunded or taken back by the bank. The credits that you have stay.',
    );
    const mails = await db
      .select({ text: mail.text })
      .from(mail)
      .where(and(eq(mail.organizationId, team.orgId), eq(mail.template, 'plan-ended')));
    expect(mails[0]?.text.replace(/\s+/g, ' ')).toContain('was refunded or taken back by the bank');
    await expectLedgerClean(db);
  });

  test('with half of the money the plan stays, with a credit more back it ends', async () => {
    const paid = await start('pro');
    expect(await losses(paid.id, 30)).toBeNull();
    await payBack(paid.id, 30);
    expect([await tier(), (await plan())?.rests]).toEqual(['pro', false]);
    await payBack(paid.id, 1);
    expect([await tier(), await plan()]).toEqual(['free', null]);
    // The rest of the money stays: the end of the plan refunds nothing.
    expect(refundsAtStripe(paid.stripeChargeId)).toHaveLength(2);
  });

  test('bought credits keep their own tier, and say so before', async () => {
    await buyPaid(team, 'starter');
    const paid = await start('pro');
    expect(await losses(paid.id, 60)).toContain('Your team will have Plus instead of Pro.');
    await payBack(paid.id);
    expect(await tier()).toBe('plus');
  });

  test('a raise and its month count together', async () => {
    const first = await start('plus');
    await changePlan(team.admin.ctx, { plan: 'pro' }, scope());
    await settle(db);
    await payBack(first.id);
    expect(await tier()).toBe('pro');
    const raise = await lastMonth();
    expect(raise.label).toContain('Upgrade');
    await payBack(raise.id, 20);
    expect([await tier(), await plan()]).toEqual(['free', null]);
  });

  test('earlier months that go back leave the plan that is paid for this one', async () => {
    const first = await start('plus');
    await renew();
    const second = await lastMonth();
    await renew();
    expect(await losses(first.id, 20)).toBeNull();
    for (const { id } of [first, second]) await payBack(id);
    expect([await tier(), (await plan())?.rests]).toEqual(['plus', false]);
    expect(await planRows(db, team)).toMatchObject([{ status: 'active' }]);
  });

  test('a refund that Stripe refuses leaves the plan', async () => {
    const paid = await start('pro');
    const { refundId } = await ask(paid.id);
    // Nothing can be sent back while the bank has the money: Stripe's clear no.
    const { id } = stripe.standIn.control.openDispute(paid.stripeChargeId ?? '');
    await executeRefund(db, refundId, scope());
    stripe.standIn.control.closeDispute(id, 'won');
    await settle(db);
    expect([await tier(), (await plan())?.status]).toEqual(['pro', 'active']);
  });
});

describe('paid back at Stripe', () => {
  test('the plan ends, and nothing is refunded a second time', async () => {
    const paid = await start('pro');
    stripe.standIn.control.refund(paid.stripeChargeId ?? '');
    await settle(db);
    expect([await tier(), await plan()]).toEqual(['free', null]);
    expect(refundsAtStripe(paid.stripeChargeId)).toHaveLength(1);
  });

  test('a gesture of less than half leaves it', async () => {
    const paid = await start('pro');
    stripe.standIn.control.refund(paid.stripeChargeId ?? '', 1_000);
    await settle(db);
    expect([await tier(), (await plan())?.status]).toEqual(['pro', 'active']);
  });
});

describe('disputed', () => {
  test('the plan rests while the bank decides, and goes on when the payment stands', async () => {
    const paid = await start('pro');
    const { id } = stripe.standIn.control.openDispute(paid.stripeChargeId ?? '');
    await settle(db);
    expect([await tier(), (await plan())?.rests]).toEqual(['free', true]);
    await endUnpaidPeriods(db);
    await settle(db);
    expect(await planRows(db, team)).toMatchObject([{ status: 'active', endedAt: null }]);
    const bodies = await db
      .select({ body: notice.body })
      .from(notice)
      .where(and(eq(notice.organizationId, team.orgId), eq(notice.type, 'dispute.open')));
    expect(bodies[0]?.body).toContain('The plan is on hold until then.');
    stripe.standIn.control.closeDispute(id, 'won');
    await settle(db);
    expect([await tier(), (await plan())?.rests]).toEqual(['pro', false]);
  });

  test('lost, it ends', async () => {
    const paid = await start('pro');
    const { id } = stripe.standIn.control.openDispute(paid.stripeChargeId ?? '');
    stripe.standIn.control.closeDispute(id, 'lost');
    await settle(db);
    expect([await tier(), await plan()]).toEqual(['free', null]);
  });

  test('the next month, paid, gives the plan again', async () => {
    const paid = await start('plus');
    stripe.standIn.control.openDispute(paid.stripeChargeId ?? '');
    await settle(db);
    await renew();
    expect([await tier(), (await plan())?.rests]).toEqual(['plus', false]);
  });
});

test('a lost job is found: the hourly watch ends what was paid back', async () => {
  const paid = await start('pro');
  const { refundId } = await ask(paid.id);
  stripe.standIn.control.pauseWebhooks();
  await executeRefund(db, refundId, scope());
  await db.execute(sql`delete from pgboss.job where name = 'billing.end-plan'`);
  await endUnpaidPeriods(db);
  const jobs = await selectRows(db, sql`select data from pgboss.job where name = 'billing.end-plan'`);
  expect(jobs).toEqual([{ data: { stripeSubscriptionId: paid.stripeSubscriptionId, refund: false } }]);
  stripe.standIn.control.resumeWebhooks();
  await settle(db);
  expect(await plan()).toBeNull();
});

test('a pack of which one credit was kept gives nothing: neither Plus nor a year of Pro', async () => {
  const paid = await buyPaid(team, 'enterprise');
  expect(await tier()).toBe('pro');
  expect(await losses(paid.id, 499)).toContain('Your team will have Free instead of Pro.');
  expect(await losses(paid.id, 250)).toBeNull();
  // Beside the Pro plan it gives nothing today, and would have given a year.
  const month = await start('pro');
  expect(await losses(paid.id, 499)).toContain('Your team keeps Pro without it.');
  expect(await losses(month.id, 60)).toContain('Your team keeps Pro without it.');
  await payBack(month.id);
  await ask(paid.id, 499);
  expect(await tier()).toBe('free');
  expect((await getEntitlements({ db, orgId: team.orgId }, plus(new Date(), 300 * DAY))).tier).toBe('free');
});
