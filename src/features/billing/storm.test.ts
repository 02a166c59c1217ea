/** Stripe re-sends, re-orders and doubles: two hundred deliveries of twenty events, shuffled and in parallel. */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { startRunner } from '@/jobs/runner';
import { testConnection, testDatabase } from '../../../tests/support/database';
import type { TestTeam } from '../../../tests/support/factories';
import { expectLedgerClean } from '../../../tests/support/ledger';
import {
  APP_URL,
  buy,
  CARD,
  DECLINED,
  deliver,
  eventOf,
  makePayingTeam,
  paymentsOf,
  poolOf,
  sign,
  stripe,
  withStripe,
} from '../../../tests/support/payments';
import { applyEvent } from './apply-event';
import { checkOrder } from './check-order';

withStripe();

let db: Db;
let one: TestTeam;
let two: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  stripe.reachable = false;
  one = await makePayingTeam();
  two = await makePayingTeam();
});

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

test('200 deliveries of 20 events grant each paid order once', async () => {
  const orders = [];
  for (const [team, pack] of [
    [one, 'starter'],
    [one, 'professional'],
    [two, 'enterprise'],
    [two, 'starter'],
  ] as const) {
    const order = await buy(team.owner, pack);
    stripe.standIn.page.pay(order.sessionId, DECLINED);
    stripe.standIn.page.pay(order.sessionId, CARD);
    orders.push({ ...order, team });
  }
  const declined = await buy(one.owner, 'enterprise');
  stripe.standIn.page.pay(declined.sessionId, DECLINED);
  const { sessions } = stripe.standIn.store;
  const events = [...orders, { ...declined, team: one }].flatMap(({ sessionId }) => {
    const paymentId = sessions[sessionId]?.payment_intent ?? '';
    return [
      eventOf('checkout.session.completed', sessionId),
      eventOf('checkout.session.async_payment_succeeded', sessionId),
      eventOf('payment_intent.succeeded', paymentId),
      eventOf('payment_intent.payment_failed', paymentId),
    ];
  });
  expect(events).toHaveLength(20);

  const deliveries = shuffled(Array.from({ length: 10 }, () => events).flat());
  const statuses: number[] = [];
  const apply = async (body: string) => {
    statuses.push((await deliver(body, sign(body))).status);
    const { id } = JSON.parse(body) as { id: string };
    // Two workers at once, as after a job that was given to a second one.
    await Promise.all([1, 2].map(() => applyEvent(db, id, { now: new Date(), appUrl: APP_URL })));
  };
  const checks = shuffled([...orders, ...orders]).map(({ team, orderId }) =>
    checkOrder(team.owner.ctx, { orderId }, { now: new Date(), appUrl: APP_URL }),
  );
  await Promise.all([...deliveries.map(apply), ...checks]);

  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(statuses).toHaveLength(200);
  expect(await db.$count(stripeInbox)).toBe(20);
  expect(await db.$count(stripeInbox, sql`status <> 'applied'`)).toBe(0);
  expect([await poolOf(one), await poolOf(two)]).toEqual([200, 550]);
  expect(await paymentsOf(db, one)).toHaveLength(2);
  expect(await paymentsOf(db, two)).toHaveLength(2);
  await expectLedgerClean(db);
}, 120_000);

test('from the card to the credits with the real queue: webhook, job, pool', async () => {
  stripe.reachable = true;
  const runner = await startRunner(await testConnection());
  try {
    const team = await makePayingTeam();
    const { sessionId } = await buy(team.owner, 'professional');
    stripe.standIn.page.pay(sessionId, CARD);
    await expect.poll(() => poolOf(team), { timeout: 20_000 }).toBe(150);
  } finally {
    await runner.stop();
  }
}, 60_000);
