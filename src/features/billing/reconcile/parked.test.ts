/** What is parked: staff hear of it once, put it right and apply it again, or settle it another way and say why. */
import { and, eq, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { auditEvent } from '@/db/schema/audit';
import { billingReview, purchaseOrder, reconciliation, stripeInbox } from '@/db/schema/billing';
import { mail, notice } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { DAY, HOUR, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { payWithoutOrder, scope, tell } from '../../../../tests/support/money';
import {
  APP_URL,
  buy,
  CARD,
  inboxOf,
  makePayingTeam,
  orderRow,
  paymentsOf,
  poolOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { sweepInboxJob } from '../webhook/sweep-inbox.job';
import { reconcile } from './reconcile';
import { replay } from './replay';
import { resolveByHand } from './resolve-by-hand';
import { tellDifferences } from './tell-differences';
import { tellParked } from './tell-parked';

vi.hoisted(() => {
  process.env.STAFF_EMAILS = 'staff@example.test, second@example.test';
});

withStripe();

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
  await db.execute(sql`update stripe_inbox set told_at = now() where status = 'parked'`);
  await db.execute(sql`update purchase_order set told_at = now() where status = 'parked'`);
  await db.execute(sql`delete from mail where template = 'payments-alarm'`);
});

/** An order whose paid page says another price than we do. */
async function parkOrder() {
  const { orderId, sessionId } = await buy(team.owner);
  await db.update(purchaseOrder).set({ amountCents: 3_000 }).where(eq(purchaseOrder.id, orderId));
  stripe.standIn.page.pay(sessionId, CARD);
  const event = await tell(db, 'checkout.session.completed', sessionId);
  expect(event?.status).toBe('parked');
  const intent = String(stripe.standIn.store.sessions[sessionId]?.payment_intent);
  return { orderId, sessionId, intent, eventId: event?.eventId ?? '' };
}

const putRight = (orderId: string) =>
  db.update(purchaseOrder).set({ amountCents: 2_900 }).where(eq(purchaseOrder.id, orderId));

const alarms = () => db.select().from(mail).where(eq(mail.template, 'payments-alarm'));

const sweep = (now = new Date()) =>
  reconcile({ db, stripe: client, from: plus(now, -HOUR), now, appUrl: APP_URL, repair: true });

const by = { reason: 'The money went back in Stripe’s dashboard.', by: 'Staff' };

describe('told', () => {
  test('a parked order and its event are mailed to everybody on the staff, once', async () => {
    const { orderId, sessionId, eventId } = await parkOrder();
    expect(await tellParked(db, new Date())).toBe(2);
    expect(await tellParked(db, new Date())).toBe(0);
    const mails = await alarms();
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([
      'second@example.test',
      'staff@example.test',
    ]);
    const text = (mails[0]?.text ?? '').replace(/\s+/g, ' ');
    expect(text).toContain(`${orderId}: Starter pack, $30, team ${team.orgId}: another price`);
    expect(text).toContain(`${eventId}: checkout.session.completed about ${sessionId}`);
    expect(mails[0]?.subject).toBe('headcraft: 2 payments to check');
  });

  test('the sweep of every minute tells', async () => {
    const { orderId } = await parkOrder();
    await sweepInboxJob.run({}, { db, signal: new AbortController().signal });
    expect((await alarms())[0]?.text).toContain(orderId);
  });

  test('differences are mailed when they are new, and again when they were away', async () => {
    const now = new Date();
    const run = async (differences: string[], at: Date) => {
      const values = { fromAt: at, toAt: at, checked: {}, repaired: 0, differences, createdAt: at };
      await db.insert(reconciliation).values({ id: `rec_${at.getTime()}`, ...values });
      return tellDifferences(db, at);
    };
    expect(await run(['pi_1: no order'], now)).toBe(1);
    expect(await tellDifferences(db, now)).toBe(0);
    expect(await run(['pi_1: no order'], plus(now, HOUR))).toBe(0);
    expect(await run(['pi_1: no order', 'pi_2: no order'], plus(now, 2 * HOUR))).toBe(1);
    expect(await run([], plus(now, 3 * HOUR))).toBe(0);
    expect(await run(['pi_2: no order'], plus(now, 2 * DAY))).toBe(1);
    const subjects = (await alarms()).map(({ subject }) => subject);
    expect(subjects).toHaveLength(6);
    expect(new Set(subjects)).toEqual(new Set(['headcraft: 1 difference from Stripe']));
    await db.execute(sql`delete from reconciliation where id like 'rec\\_1%'`);
  });
});

describe('applied again', () => {
  test('an order that was put right brings its credits, with its event', async () => {
    const { orderId, eventId } = await parkOrder();
    await putRight(orderId);
    expect(await replay(db, orderId, scope())).toEqual({ id: orderId, status: 'paid', reason: null });
    expect(await poolOf(team)).toBe(50);
    const [event] = await db.select().from(stripeInbox).where(eq(stripeInbox.eventId, eventId));
    expect(event).toMatchObject({ status: 'applied', lastError: null });
    expect(
      await db.$count(
        auditEvent,
        and(eq(auditEvent.action, 'billing.replay'), eq(auditEvent.subjectId, orderId)),
      ),
    ).toBe(1);
    await expectLedgerClean(db, team.orgId);
  });

  test('by its event it is the same', async () => {
    const { orderId, eventId } = await parkOrder();
    await putRight(orderId);
    expect(await replay(db, eventId, scope())).toMatchObject({ id: orderId, status: 'paid' });
    expect(await poolOf(team)).toBe(50);
  });

  test('two at once apply it once', async () => {
    const { orderId } = await parkOrder();
    await putRight(orderId);
    const answers = await Promise.allSettled([1, 2, 3].map(() => replay(db, orderId, scope())));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([await poolOf(team), (await paymentsOf(db, team)).length]).toEqual([50, 1]);
  });

  test('what was not put right is parked again, and nothing is granted', async () => {
    const { orderId, sessionId } = await parkOrder();
    expect(await replay(db, orderId, scope())).toMatchObject({ id: orderId, status: 'parked' });
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'parked' });
    expect((await inboxOf(db, sessionId)).map(({ status }) => status)).toEqual(['parked']);
    expect(await poolOf(team)).toBe(0);
  });

  test('only what is parked', async () => {
    const { orderId } = await buy(team.owner);
    await expect(replay(db, orderId, scope())).rejects.toMatchObject({ code: 'conflict' });
    await expect(replay(db, 'evt_none', scope())).rejects.toMatchObject({ code: 'conflict' });
    const { sessionId } = await buy(team.owner);
    const told = await tell(db, 'checkout.session.completed', sessionId);
    expect(told?.status).toBe('applied');
    await expect(replay(db, told?.eventId ?? '', scope())).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('settled another way', () => {
  test('an order is closed with its events, for a reason; its team reads that it was checked', async () => {
    const { orderId, sessionId, intent } = await parkOrder();
    await resolveByHand(db, { id: orderId, ...by }, new Date());
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'closed' });
    expect((await inboxOf(db, sessionId)).map(({ status }) => status)).toEqual(['closed']);
    const [audit] = await db
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.action, 'billing.resolve'), eq(auditEvent.subjectId, orderId)));
    expect(audit?.data).toEqual(by);
    const titles = await db
      .select({ title: notice.title })
      .from(notice)
      .where(eq(notice.organizationId, team.orgId));
    expect(titles).toContainEqual({ title: 'We checked a payment' });
    // Stripe says the same as before: nothing is parked or granted again, and the money is no difference.
    expect(await tell(db, 'checkout.session.completed', sessionId)).toMatchObject({ status: 'ignored' });
    expect(await tell(db, 'payment_intent.succeeded', intent)).toMatchObject({ status: 'ignored' });
    const report = await sweep();
    expect(report.differences.filter((line) => line.includes(intent) || line.includes('total'))).toEqual([]);
    expect([(await orderRow(db, orderId)).status, await poolOf(team)]).toEqual(['closed', 0]);
    await expectLedgerClean(db, team.orgId);
  });

  test('an event alone, and what a comparison named', async () => {
    const { eventId, intent } = await parkOrder();
    await resolveByHand(db, { id: eventId, ...by }, new Date());
    const [event] = await db.select().from(stripeInbox).where(eq(stripeInbox.eventId, eventId));
    expect(event?.status).toBe('closed');
    const customer = stripe.standIn.store.paymentIntents[intent]?.customer ?? '';
    const stray = await payWithoutOrder(client, customer);
    expect((await sweep()).differences.join()).toContain(stray.id);
    await resolveByHand(db, { id: stray.id, ...by }, new Date());
    const after = await sweep();
    expect(after.differences).toEqual([]);
    expect(after.checked['with staff']).toBeGreaterThan(0);
  });

  test('once, with a reason and a name, and only what waits for staff', async () => {
    const { orderId } = await parkOrder();
    await expect(resolveByHand(db, { id: orderId, ...by, reason: ' ' }, new Date())).rejects.toThrow(
      'sentence',
    );
    await expect(resolveByHand(db, { id: orderId, ...by, by: '' }, new Date())).rejects.toThrow(
      'who you are',
    );
    await expect(resolveByHand(db, { id: 'total', ...by }, new Date())).rejects.toThrow('Name an id');
    expect(await db.$count(billingReview, eq(billingReview.id, orderId))).toBe(0);
    await resolveByHand(db, { id: orderId, ...by }, new Date());
    const again = resolveByHand(db, { id: orderId, ...by }, new Date());
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    const open = (await buy(team.owner)).orderId;
    await expect(resolveByHand(db, { id: open, ...by }, new Date())).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await orderRow(db, open)).status).toBe('pending');
    await resolveByHand(db, { id: 'pi_elsewhere', ...by }, new Date());
    const twice = resolveByHand(db, { id: 'pi_elsewhere', ...by }, new Date());
    await expect(twice).rejects.toMatchObject({ code: 'conflict' });
  });
});
