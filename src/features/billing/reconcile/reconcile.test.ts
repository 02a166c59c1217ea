/** Three days without a single webhook, then one sweep: everything is there, once. */
import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { dispute, payment, purchaseOrder, reconciliation, refund, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { getOverview } from '@/features/credits/queries';
import { DAY, HOUR, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { buyPaid } from '../../../../tests/support/money';
import {
  APP_URL,
  buy,
  CARD,
  DECLINED,
  makePayingTeam,
  poolOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { createPlanCheckout } from '../plans/create-plan-checkout';
import { startOf } from './reached';
import { type ReconcileReport, reconcile } from './reconcile';

withStripe();

const TEAMS = 10;
const ORDERS = 30;

let db: Db;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});

async function sweep(options: { repair?: boolean; from?: Date } = {}): Promise<ReconcileReport> {
  const { client } = await stripeAccount();
  const now = new Date();
  const { repair = true, from = plus(now, -3 * DAY) } = options;
  return reconcile({ db, stripe: client, from, now, appUrl: APP_URL, repair });
}

const chargeOf = (sessionId: string): string => {
  const intent = stripe.standIn.store.sessions[sessionId]?.payment_intent ?? '';
  return stripe.standIn.store.paymentIntents[intent]?.latest_charge ?? '';
};

/** One order of the outage, and the credits that its team must have of it in the end. */
async function happen(team: TestTeam, number: number): Promise<number> {
  const { page, control } = stripe.standIn;
  const { sessionId } = await buy(team.owner, number % 3 === 0 ? 'professional' : 'starter');
  const credits = number % 3 === 0 ? 150 : 50;
  switch (number) {
    case 0:
      page.pay(sessionId, DECLINED);
      return 0;
    case 1:
      page.expire(sessionId);
      return 0;
    case 2:
      page.payByBank(sessionId);
      page.settleBankPayment(sessionId, false);
      return 0;
    case 4:
      page.payByBank(sessionId);
      page.settleBankPayment(sessionId, true);
      return credits;
    case 5:
      page.pay(sessionId, { ...CARD, promotionCode: 'HALF' });
      return credits;
    case 6:
      page.pay(sessionId, { ...CARD, promotionCode: 'FREE' });
      return credits;
  }
  page.pay(sessionId, CARD);
  switch (number) {
    case 7:
      control.refund(chargeOf(sessionId));
      return 0;
    case 8:
      control.refund(chargeOf(sessionId), 580);
      return credits - 10;
    case 9:
      control.openDispute(chargeOf(sessionId));
      return 0;
    case 10:
      control.closeDispute(control.openDispute(chargeOf(sessionId)).id, 'won');
      return credits;
    case 11:
      control.closeDispute(control.openDispute(chargeOf(sessionId)).id, 'lost');
      return 0;
    default:
      return credits;
  }
}

test('webhooks off for 72 hours with 300 orders and renewals, then one sweep', async () => {
  const { control, page } = stripe.standIn;
  const teams = await Promise.all(Array.from({ length: TEAMS }, makePayingTeam));
  const planned = teams.slice(0, 3);
  for (const team of planned) {
    const key = `plan-${team.orgId}`;
    const { url } = await createPlanCheckout(
      team.owner.ctx,
      { plan: 'plus', idempotencyKey: key },
      { returnTo: APP_URL, now: new Date(), appUrl: APP_URL },
    );
    page.pay(url.split('/').at(-1) ?? '', CARD);
  }
  await sweep();
  for (const team of planned) expect(await poolOf(team)).toBe(20);
  control.moveClock(29 * DAY);

  const expected = new Map(teams.map((team) => [team, planned.includes(team) ? 40 : 0]));
  for (let number = 0; number < ORDERS; number += 1) {
    await Promise.all(
      teams.map(async (team) => {
        const credits = await happen(team, number);
        expected.set(team, (expected.get(team) ?? 0) + credits);
      }),
    );
    control.moveClock((72 * HOUR) / ORDERS);
  }
  // Nothing has arrived: only what the buyers' own orders wrote.
  for (const team of teams) expect(await poolOf(team)).toBe(planned.includes(team) ? 20 : 0);
  expect(await db.$count(stripeInbox, sql`type like 'charge.dispute%'`)).toBe(0);

  const report = await sweep();

  expect(report.differences).toEqual([]);
  for (const team of teams) {
    expect((await getOverview(team.admin.ctx)).pool, team.slug).toBe(expected.get(team));
  }
  const paid = await db.$count(payment, eq(payment.kind, 'plan'));
  expect(paid).toBe(6);
  expect(await db.$count(payment, sql`${payment.kind} <> 'plan'`)).toBe(TEAMS * (ORDERS - 3));
  expect(await db.$count(refund, eq(refund.origin, 'stripe'))).toBe(2 * TEAMS);
  const disputes = await db.select({ status: dispute.status }).from(dispute);
  expect(disputes.map(({ status }) => status).sort()).toEqual(
    ['lost', 'open', 'won'].flatMap((status) => Array.from({ length: TEAMS }, () => status)),
  );
  expect(report.totals.oursCents).toBe(report.totals.stripeCents);
  expect(await db.$count(stripeInbox, sql`status not in ('applied', 'ignored')`)).toBe(0);
  expect(await db.$count(payment, sql`fee_cents is null and amount_cents > 0`)).toBe(0);
  await expectLedgerClean(db);

  const again = await sweep();
  expect([again.repaired, again.differences]).toEqual([0, []]);
  expect(await db.$count(payment)).toBe(TEAMS * (ORDERS - 3) + 6);
}, 180_000);

describe('what it cannot repair is named', () => {
  test('without repair nothing changes', async () => {
    const team = await makePayingTeam();
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    const report = await sweep({ repair: false });
    expect(report.differences.some((line) => line.includes(orderId))).toBe(true);
    expect(await poolOf(team)).toBe(0);
    expect((await sweep()).differences).toEqual([]);
    expect(await poolOf(team)).toBe(50);
  });

  test('an amount that differs, money without an order, an order paid without money', async () => {
    const team = await makePayingTeam();
    const wrong = await buyPaid(team);
    await db.update(payment).set({ amountCents: 2_800 }).where(eq(payment.id, wrong.id));
    const alone = await buyPaid(team);
    const intent = stripe.standIn.store.paymentIntents[alone.stripePaymentId];
    if (!intent) throw new Error('no payment');
    intent.status = 'canceled';
    const { client } = await stripeAccount();
    const customer = intent.customer ?? '';
    stripe.standIn.control.attachCard(customer, CARD.number);
    const [card] = (await client.customers.listPaymentMethods(customer)).data;
    const stray = await client.paymentIntents.create({
      amount: 500,
      currency: 'usd',
      customer,
      payment_method: card?.id,
      off_session: true,
      confirm: true,
    });
    const [order] = await db
      .update(purchaseOrder)
      .set({ status: 'paid' })
      .where(and(eq(purchaseOrder.id, (await buy(team.owner)).orderId)))
      .returning();
    const report = await sweep();
    const text = report.differences.join('\n');
    for (const id of [wrong.id, alone.id, stray.id, order?.id ?? '']) expect(text).toContain(id);
    const [kept] = await db.select().from(reconciliation).orderBy(sql`created_at desc`).limit(1);
    expect(kept?.differences).toEqual(report.differences);
    expect((await startOf(db, new Date())).getTime()).toBeLessThan((kept?.toAt.getTime() ?? 0) - 2 * HOUR);
    await db.update(payment).set({ amountCents: 2_900 }).where(eq(payment.id, wrong.id));
    intent.status = 'succeeded';
  });
});
