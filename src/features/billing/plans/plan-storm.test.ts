/** Everything that Stripe sends about plans, many times, shuffled and at once; and what is not ours. */

import type Stripe from 'stripe';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import {
  applyReceived,
  CARD,
  deliver,
  eventOf,
  inboxOf,
  makePayingTeam,
  orderRow,
  paymentsOf,
  poolOf,
  sign,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { buyPlan, orderPlan, planRows, settle } from '../../../../tests/support/plans';
import { placeOrder } from '../checkout/place-order';
import { planPrice } from './change-plan';

withStripe();

let db: Db;
let team: TestTeam;
let client: Stripe;
beforeAll(async () => {
  db = await testDatabase();
  client = (await stripeAccount()).client;
});
beforeEach(async () => {
  team = await makePayingTeam();
});

/** Delivers each of these events anew, under ids of their own, in any order; ten are applied at a time, twice. */
async function storm(events: { type: string; objectId: string }[]): Promise<void> {
  const shuffled = events
    .map((event) => ({ event, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event);
  for (let from = 0; from < shuffled.length; from += 10) {
    await Promise.all(
      shuffled.slice(from, from + 10).map(async ({ type, objectId }) => {
        const body = eventOf(type, objectId);
        expect((await deliver(body, sign(body))).status).toBe(200);
      }),
    );
    await Promise.all([applyReceived(db), applyReceived(db)]);
  }
}

test('two months, a raise and a cancellation, heard up to four times in any order: exactly right', async () => {
  stripe.standIn.control.pauseWebhooks();
  const { orderId, sessionId } = await buyPlan(team.admin, 'plus');
  const subscriptionId = String((await client.checkout.sessions.retrieve(sessionId)).subscription);
  stripe.standIn.control.moveToNextRenewal(subscriptionId);
  const { items } = await client.subscriptions.retrieve(subscriptionId);
  await client.subscriptions.update(subscriptionId, {
    items: [{ id: items.data[0]?.id, price_data: await planPrice(client, 'pro') }],
    proration_behavior: 'always_invoice',
  });
  stripe.standIn.control.moveClock(DAY);
  await client.subscriptions.update(subscriptionId, { cancel_at_period_end: true });
  const sent = stripe.standIn.store.events.map(({ type, data }) => ({
    type,
    objectId: String((data.object as { id: string }).id),
  }));
  await storm(sent.flatMap((event, index) => Array.from({ length: (index % 4) + 1 }, () => event)));
  expect(await planRows(db, team)).toMatchObject([
    { plan: 'pro', status: 'active', cancelAtPeriodEnd: true },
  ]);
  expect((await paymentsOf(db, team)).map(({ credits }) => credits).sort()).toEqual([20, 20, 40]);
  expect(await orderRow(db, orderId)).toMatchObject({ status: 'paid', stripeSubscriptionId: subscriptionId });
  expect(await poolOf(team)).toBe(80);
  const states = new Set((await db.select().from(stripeInbox)).map(({ status }) => status));
  expect(states).toEqual(new Set(['applied', 'ignored']));
  await expectLedgerClean(db);
  stripe.standIn.control.resumeWebhooks();
  await settle(db);
});

/** A subscription that somebody made at Stripe, past our own page. */
async function subscribeAtStripe(
  customer: string,
  unitAmount: number,
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<string> {
  const session = await client.checkout.sessions.create({
    mode: 'subscription',
    customer,
    success_url: 'http://localhost/',
    ...more,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'usd',
          unit_amount: unitAmount,
          recurring: { interval: 'month' },
          product_data: { name: 'Plus plan' },
        },
      },
    ],
  });
  stripe.standIn.page.pay(session.id, CARD);
  return String((await client.checkout.sessions.retrieve(session.id)).subscription);
}

async function customerOf(owner: TestTeam): Promise<string> {
  const { sessionId } = await orderPlan(owner.admin, 'plus');
  return String((await client.checkout.sessions.retrieve(sessionId)).customer);
}

/** What became of it, and that it granted nothing. */
async function expectEvent(subscriptionId: string, found: object): Promise<void> {
  await settle(db);
  const [event] = await inboxOf(db, subscriptionId);
  expect(event).toMatchObject(found);
  expect([await poolOf(team), await planRows(db, team)]).toEqual([0, []]);
}

test('a subscription of a customer that is not ours is ignored, whatever its metadata say', async () => {
  const { id } = await client.customers.create({
    name: 'Somebody',
    metadata: { organization_id: team.orgId },
  });
  await expectEvent(await subscribeAtStripe(id, 999), { status: 'ignored' });
});

test('a plan at another price is parked', async () => {
  const lastError = expect.stringContaining('a price that is no plan');
  await expectEvent(await subscribeAtStripe(await customerOf(team), 99), { status: 'parked', lastError });
});

test('a plan that was begun at Stripe itself for our customer counts, without an order', async () => {
  await subscribeAtStripe(await customerOf(team), 2999);
  await settle(db);
  expect(await planRows(db, team)).toMatchObject([{ plan: 'pro', status: 'active' }]);
  expect(await paymentsOf(db, team)).toMatchObject([{ orderId: null, amountCents: 2999, credits: 60 }]);
});

test('another team’s order in the metadata moves nothing of it', async () => {
  const other = await makePayingTeam();
  const { orderId } = await orderPlan(other.admin, 'plus');
  const { sessionId } = await buyPlan(team.admin, 'plus');
  const id = String((await client.checkout.sessions.retrieve(sessionId)).subscription);
  await client.subscriptions.update(id, { metadata: { order_id: orderId, organization_id: other.orgId } });
  await settle(db);
  expect(await orderRow(db, orderId)).toMatchObject({ status: 'pending' });
  expect([await poolOf(team), await poolOf(other)]).toEqual([20, 0]);
  const [paid] = await paymentsOf(db, team);
  expect(paid?.orderId).not.toBe(orderId);
});

test('a plan is not taken for an order of credits', async () => {
  const offer = { kind: 'pack', pack: 'starter', credits: 50, amountCents: 2900 } as const;
  const order = await placeOrder(team.admin.ctx, offer, { idempotencyKey: newId('request') });
  const metadata = { order_id: order.id };
  await subscribeAtStripe(await customerOf(team), 2900, { client_reference_id: team.orgId, metadata });
  await settle(db);
  expect(await orderRow(db, order.id)).toMatchObject({ status: 'parked' });
  expect(await poolOf(team)).toBe(0);
});
