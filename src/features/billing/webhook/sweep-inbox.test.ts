/** What was missed is repaired: lost jobs, lost webhooks, a process that died in between. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { purchaseOrder } from '@/db/schema/billing';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { JOBS } from '@/jobs/registry';
import { DAY, HOUR, MINUTE, plus, SECOND } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import {
  APP_URL,
  buy,
  CARD,
  deliver,
  eventOf,
  inboxOf,
  makePayingTeam,
  orderRow,
  poolOf,
  sign,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { checkOpenOrders } from '../checkout/check-open-orders';
import { applyEvent } from './apply-event';
import { requeueEvents } from './requeue-events';
import { sweepInboxJob } from './sweep-inbox.job';

withStripe();

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  stripe.reachable = false;
});
beforeEach(async () => {
  team = await makePayingTeam();
  await db.execute(sql`delete from stripe_inbox`);
  await db.execute(sql`delete from pgboss.job`);
});

const sweepOrders = (now: Date) =>
  checkOpenOrders(db, { now, appUrl: APP_URL, signal: new AbortController().signal });

const queued = () =>
  selectRows<{ data: { eventId: string } }>(
    db,
    sql`select data from pgboss.job where name = 'billing.apply-event'`,
  );

async function paidButOnlyInTheInbox() {
  const order = await buy(team.owner);
  stripe.standIn.page.pay(order.sessionId, CARD);
  const body = eventOf('checkout.session.completed', order.sessionId);
  expect((await deliver(body, sign(body))).status).toBe(200);
  return order;
}

test('died between the inbox and the job: after a minute the sweep queues it, and the job grants', async () => {
  await paidButOnlyInTheInbox();
  await db.execute(sql`delete from pgboss.job`);
  const now = new Date();
  expect(await requeueEvents(db, plus(now, 50 * SECOND))).toBe(0);
  expect(await requeueEvents(db, plus(now, 70 * SECOND))).toBe(1);
  const [job] = await queued();
  await JOBS['billing.apply-event']?.run(job?.data, { db, signal: new AbortController().signal });
  expect(await poolOf(team)).toBe(50);
  await expectLedgerClean(db, team.orgId);
});

test('a waiting event is queued once a minute, a failing one ever more rarely, an applied one never', async () => {
  const { sessionId } = await paidButOnlyInTheInbox();
  const now = plus(new Date(), 2 * MINUTE);
  expect(await requeueEvents(db, now)).toBe(1);
  expect(await requeueEvents(db, plus(now, 30 * SECOND))).toBe(0);
  expect(await requeueEvents(db, plus(now, 61 * SECOND))).toBe(1);
  await db.execute(sql`update stripe_inbox set attempts = 50`);
  expect(await requeueEvents(db, plus(now, 5 * MINUTE))).toBe(0);
  expect(await requeueEvents(db, plus(now, 12 * MINUTE))).toBe(1);
  const [row] = await inboxOf(db, sessionId);
  await applyEvent(db, row?.eventId ?? '', { now, appUrl: APP_URL });
  expect(await requeueEvents(db, plus(now, DAY))).toBe(0);
});

test('Stripe fails while an event is applied: it stays received with the reason, and succeeds later', async () => {
  const { sessionId } = await paidButOnlyInTheInbox();
  const { sessions } = stripe.standIn.store;
  const kept = sessions[sessionId];
  const [row] = await inboxOf(db, sessionId);
  // The stand-in breaks on such a session and answers 500.
  Object.defineProperty(sessions, sessionId, {
    get: () => {
      throw new Error('down');
    },
    configurable: true,
    enumerable: false,
  });
  const attempt = applyEvent(db, row?.eventId ?? '', { now: new Date(), appUrl: APP_URL });
  await expect(attempt).rejects.toThrow();
  expect((await inboxOf(db, sessionId))[0]).toMatchObject({ status: 'received', attempts: 1 });
  expect((await inboxOf(db, sessionId))[0]?.lastError).toBeTruthy();
  Object.defineProperty(sessions, sessionId, {
    value: kept,
    configurable: true,
    enumerable: true,
    writable: true,
  });
  await applyEvent(db, row?.eventId ?? '', { now: new Date(), appUrl: APP_URL });
  expect((await inboxOf(db, sessionId))[0]).toMatchObject({ status: 'applied', lastError: null });
  expect(await poolOf(team)).toBe(50);
});

test('an applied event and its credits commit together', async () => {
  const { sessionId, orderId } = await paidButOnlyInTheInbox();
  const [row] = await inboxOf(db, sessionId);
  await db.execute(sql`alter table mail rename to mail_away`);
  try {
    await expect(applyEvent(db, row?.eventId ?? '', { now: new Date(), appUrl: APP_URL })).rejects.toThrow();
  } finally {
    await db.execute(sql`alter table mail_away rename to mail`);
  }
  expect((await inboxOf(db, sessionId))[0]?.status).toBe('received');
  expect((await orderRow(db, orderId)).status).toBe('pending');
  expect(await poolOf(team)).toBe(0);
  await expectLedgerClean(db, team.orgId);
});

test('no webhook ever came: the sweep asks Stripe about open orders and grants', async () => {
  const { orderId, sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  const now = new Date();
  await sweepOrders(plus(now, MINUTE));
  expect((await orderRow(db, orderId)).status).toBe('pending');
  await sweepOrders(plus(now, 3 * MINUTE));
  await sweepOrders(plus(now, 6 * MINUTE));
  expect((await orderRow(db, orderId)).status).toBe('paid');
  expect(await poolOf(team)).toBe(50);
  await expectLedgerClean(db, team.orgId);
});

test('open orders are asked about ever more rarely', async () => {
  const { orderId } = await buy(team.owner);
  const now = new Date();
  await sweepOrders(plus(now, 4 * HOUR));
  const { checkedAt } = await orderRow(db, orderId);
  await sweepOrders(plus(now, 4 * HOUR + 30 * MINUTE));
  expect((await orderRow(db, orderId)).checkedAt).toEqual(checkedAt);
  await sweepOrders(plus(now, 6 * HOUR));
  expect((await orderRow(db, orderId)).checkedAt).not.toEqual(checkedAt);
});

test('an order whose page never opened ends as expired', async () => {
  const { orderId } = await buy(team.owner);
  await db.update(purchaseOrder).set({ stripeSessionId: null }).where(eq(purchaseOrder.id, orderId));
  const now = new Date();
  await sweepOrders(plus(now, HOUR));
  expect((await orderRow(db, orderId)).status).toBe('pending');
  await sweepOrders(plus(now, 3 * DAY));
  expect((await orderRow(db, orderId)).status).toBe('expired');
});

test('a step that fails holds up no other, and fails the job', async () => {
  const { orderId, sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  await db.execute(
    sql`update purchase_order set created_at = now() - interval '1 hour', checked_at = null where id = ${orderId}`,
  );
  await db.execute(sql`alter table stripe_inbox rename to stripe_inbox_away`);
  const run = () => sweepInboxJob.run({}, { db, signal: new AbortController().signal });
  await expect(run()).rejects.toThrow('failed at: events');
  await db.execute(sql`alter table stripe_inbox_away rename to stripe_inbox`);
  expect((await orderRow(db, orderId)).status).toBe('paid');
  await run();
});
