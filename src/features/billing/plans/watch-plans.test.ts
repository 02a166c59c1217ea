/** The hourly look at plans whose events never came, through the local Stripe. */
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { subscription } from '@/db/schema/billing';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { DAY, HOUR, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import { systemCtx, type TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { scope } from '../../../../tests/support/money';
import {
  APP_URL,
  buy,
  CARD,
  makePayingTeam,
  orderRow,
  poolOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import {
  BROKEN,
  buyPlan,
  keepCard,
  parkedReasons,
  planRows,
  renewPlan,
  runningPlan,
  settle,
  startPlan,
} from '../../../../tests/support/plans';
import { checkOrder } from '../checkout/check-order';
import { findCustomer } from '../checkout/ensure-customer';
import { closeTeamAtStripe, closeTeamBilling } from '../close-team';
import { getPlan } from './plan-queries';
import { watchPlans } from './watch-plans';
import { watchPlansJob } from './watch-plans.job';

withStripe();

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  process.env.STAFF_EMAILS = 'staff@example.test';
  db = await testDatabase();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

const view = () => getPlan(team.admin.ctx, new Date());

const watch = async (now: Date) => {
  const { client } = await stripeAccount();
  return watchPlans(db, client, { now, appUrl: APP_URL, signal: new AbortController().signal });
};

test('ends at Stripe what is unpaid beyond its grace, and nothing before', async () => {
  await startPlan(db, team, 'plus');
  await keepCard(db, team, BROKEN);
  await renewPlan(db, team);
  await watch(plus(new Date(), 13 * DAY));
  await settle(db);
  expect((await view()).plan).toMatchObject({ status: 'past_due' });
  await watch(plus(new Date(), 15 * DAY));
  await settle(db);
  expect(await planRows(db, team)).toMatchObject([{ status: 'canceled' }]);
});

test('a team that ended is charged nothing more: plan, open pages, saved card and what Stripe knew of the buyer', async () => {
  await startPlan(db, team, 'plus');
  const { orderId } = await buy(team.owner, 'starter');
  await keepCard(db, team, CARD.number);
  const ctx = systemCtx(db, team.orgId);
  const { client } = await stripeAccount();
  const end = () => closeTeamAtStripe(ctx, client, scope());
  await db.transaction((tx) => closeTeamBilling({ ...ctx, db: tx as Db }));
  stripe.standIn.control.fail({ how: 'broken', path: '/v1/subscriptions', times: 3 });
  await expect(end()).rejects.toThrow();
  stripe.standIn.control.stopFailing();
  await end();
  await end();
  expect(await planRows(db, team)).toMatchObject([{ status: 'canceled', endedAt: expect.any(Date) }]);
  expect(await orderRow(db, orderId)).toMatchObject({ status: 'cancelled' });
  const customer = (await findCustomer(ctx)) ?? '';
  expect(await client.customers.retrieve(customer)).toMatchObject({ name: null, email: null, address: null });
  expect((await client.customers.listPaymentMethods(customer)).data).toEqual([]);
  await expectLedgerClean(db, team.orgId);
});

test('finds a renewal of which no event came', async () => {
  await startPlan(db, team, 'plus');
  stripe.reachable = false;
  const { control } = stripe.standIn;
  control.moveToNextRenewal((await runningPlan(db, team)).stripeSubscriptionId);
  await watch(plus(control.now(), 2 * HOUR));
  expect(await poolOf(team)).toBe(40);
  stripe.reachable = true;
  await settle(db);
  expect(await poolOf(team)).toBe(40);
});

test('ends the plan of a customer that was deleted at Stripe, also when the team has another one by now', async () => {
  await startPlan(db, team, 'pro');
  const { stripeSubscriptionId, periodEnd } = await runningPlan(db, team);
  const { client } = await stripeAccount();
  stripe.standIn.control.pauseWebhooks();
  const { customer } = await client.subscriptions.cancel(stripeSubscriptionId);
  delete stripe.standIn.store.customers[String(customer)];
  const { orderId, sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  await checkOrder(team.owner.ctx, { orderId }, scope());
  expect(await watch(plus(periodEnd, 2 * HOUR))).toEqual([]);
  expect(await planRows(db, team)).toMatchObject([{ plan: 'pro', status: 'canceled' }]);
  expect(await view()).toMatchObject({ tier: 'plus', plan: null });
  stripe.standIn.control.resumeWebhooks();
  await settle(db);
  await buyPlan(team.admin, 'plus');
  await settle(db);
  expect((await view()).plan).toMatchObject({ id: 'plus' });
  expect(await parkedReasons(db)).toEqual([]);
});

test('says which plan Stripe does not know, and ends it when its grace is over', async () => {
  await startPlan(db, team, 'pro');
  const { stripeSubscriptionId, periodEnd } = await runningPlan(db, team);
  delete stripe.standIn.store.subscriptions[stripeSubscriptionId];
  const reason = `${team.orgId}: Stripe knows no subscription ${stripeSubscriptionId}`;
  expect(await watch(plus(periodEnd, 13 * DAY))).toEqual([reason]);
  await db
    .update(subscription)
    .set({ periodEnd: plus(new Date(), -DAY) })
    .where(eq(subscription.stripeSubscriptionId, stripeSubscriptionId));
  for (let rounds = 0; rounds < 2; rounds += 1) {
    await watchPlansJob.run({}, { db, signal: new AbortController().signal });
  }
  const alarms = await db.select().from(mail).where(eq(mail.template, 'plans-parked'));
  expect(alarms.map(({ recipient }) => recipient)).toEqual(['staff@example.test']);
  expect(alarms[0]?.text).toContain(reason);
  await db
    .update(subscription)
    .set({ periodEnd })
    .where(eq(subscription.stripeSubscriptionId, stripeSubscriptionId));
  expect((await getPlan(team.admin.ctx, plus(periodEnd, 13 * DAY))).plan).toMatchObject({
    pastDueSince: periodEnd,
    graceUntil: plus(periodEnd, 14 * DAY),
  });
  const late = plus(periodEnd, 15 * DAY);
  expect((await getPlan(team.admin.ctx, late)).tier).toBe('free');
  expect(await watch(late)).toEqual([]);
  expect(await planRows(db, team)).toMatchObject([{ status: 'canceled', pastDueSince: periodEnd }]);
  await buyPlan(team.admin, 'plus');
  await settle(db);
  expect((await view()).plan).toMatchObject({ id: 'plus' });
});
