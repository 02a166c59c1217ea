/** A comparison applies what was missed, names what it cannot repair, and never makes look done what is not. */
import { and, eq, sql } from 'drizzle-orm';
import Stripe from 'stripe';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { payment, purchaseOrder, reconciliation, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, HOUR, MINUTE, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { buyPaid, paymentRow, payWithoutOrder, scope, tell } from '../../../../tests/support/money';
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
import { buyPlan, settle } from '../../../../tests/support/plans';
import { orderByInvoice } from '../invoices/order-by-invoice';
import { isCompared, LONGEST, reachedBy, startOf } from './reached';
import { type ReconcileReport, reconcile } from './reconcile';

withStripe();

let db: Db;
let team: TestTeam;
let client: Stripe;
beforeAll(async () => {
  db = await testDatabase();
  client = (await stripeAccount()).client;
  stripe.standIn.control.pauseWebhooks();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

type Options = { repair?: boolean; from?: Date; stripe?: Stripe };

/** By default what the hourly job does. */
async function sweep(options: Options = {}): Promise<ReconcileReport> {
  const now = stripe.standIn.control.now();
  const { repair = true, from = await startOf(db, now) } = options;
  return reconcile({ db, stripe: options.stripe ?? client, from, now, appUrl: APP_URL, repair });
}

/** The real client, with something that happens just when a resource has been listed. */
function meanwhile(resource: 'disputes' | 'paymentIntents', happens: () => void): Stripe {
  const real = client[resource] as { list: (...args: unknown[]) => AsyncIterable<unknown> };
  const listed = Object.create(real, {
    list: {
      value: async function* (...args: unknown[]) {
        const all: unknown[] = [];
        for await (const one of real.list(...args)) all.push(one);
        happens();
        yield* all;
      },
    },
  });
  return Object.create(client, { [resource]: { value: listed } });
}

/** The real client, where one call fails. */
function failing(resource: 'disputes' | 'subscriptions' | 'events', method: string, error: Error): Stripe {
  const fails = {
    value: () => {
      throw error;
    },
  };
  return Object.create(client, {
    [resource]: { value: Object.create(client[resource], { [method]: fails }) },
  });
}

const linesAbout = ({ differences }: ReconcileReport, id: string) =>
  differences.filter((line) => line.includes(id));

const customerOf = (row: { stripePaymentId: string }) =>
  stripe.standIn.store.paymentIntents[row.stripePaymentId]?.customer ?? '';

describe('what webhooks missed', () => {
  test('a dispute that is won while it is compared: its event is not taken for applied', async () => {
    const paid = await buyPaid(team);
    const { control } = stripe.standIn;
    const { id } = control.openDispute(paid.stripeChargeId ?? '');
    await sweep({ stripe: meanwhile('disputes', () => control.closeDispute(id, 'won')) });
    expect(await poolOf(team)).toBe(0);
    control.resumeWebhooks();
    await settle(db);
    control.pauseWebhooks();
    expect(await poolOf(team)).toBe(50);
    expect((await inboxOf(db, id)).map(({ type }) => type)).toContain('charge.dispute.closed');
    await expectLedgerClean(db, team.orgId);
  });

  test('an event that cannot be applied stays received, is named, and is applied later', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    await db.execute(sql`alter table mail rename to mail_away`);
    const report = await sweep();
    await db.execute(sql`alter table mail_away rename to mail`);
    const [event] = await inboxOf(db, sessionId);
    expect(event?.status).toBe('received');
    expect(linesAbout(report, event?.eventId ?? '-')).toHaveLength(1);
    expect(linesAbout(report, orderId)).toHaveLength(1);
    expect((await sweep()).differences).toEqual([]);
    expect(await poolOf(team)).toBe(50);
  });

  test('an invoice that was written off and is paid after all brings its credits', async () => {
    const idempotencyKey = newId('request');
    const { orderId } = await orderByInvoice(team.admin.ctx, { pack: 'enterprise', idempotencyKey });
    const { stripeInvoiceId } = await orderRow(db, orderId);
    await client.invoices.markUncollectible(stripeInvoiceId ?? '');
    await sweep();
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'failed' });
    await client.invoices.pay(stripeInvoiceId ?? '', { paid_out_of_band: true });
    expect((await sweep()).differences).toEqual([]);
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'paid' });
    expect(await poolOf(team)).toBe(500);
  });

  test('fees that Stripe tells days later are filled in', async () => {
    const paid = await buyPaid(team);
    await db.update(payment).set({ feeCents: null, netCents: null }).where(eq(payment.id, paid.id));
    await sweep({ from: plus(stripe.standIn.control.now(), MINUTE) });
    expect(await paymentRow(db, paid.id)).toMatchObject({ feeCents: 114, netCents: 2_786 });
  });

  test('a second plan that was ended is not repaired again and again', async () => {
    await buyPlan(team.admin, 'plus');
    await buyPlan(team.owner, 'plus');
    await sweep();
    const again = await sweep({ from: plus(stripe.standIn.control.now(), -DAY) });
    expect([again.repaired, linesAbout(again, team.orgId)]).toEqual([0, []]);
  });
});

describe('without repair', () => {
  test('without repair nothing changes, and everything missing is a difference', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    const planTeam = await makePayingTeam();
    const bought = await buyPlan(planTeam.admin, 'plus');
    const subscription = String(stripe.standIn.store.sessions[bought.sessionId]?.subscription);
    stripe.standIn.control.moveClock(HOUR);
    const before = await Promise.all([db.$count(stripeInbox), db.$count(reconciliation)]);
    const report = await sweep({ repair: false });
    expect(linesAbout(report, orderId)).toHaveLength(1);
    expect(linesAbout(report, subscription)).toEqual([`${subscription}: missing here: plan`]);
    expect(linesAbout(report, 'never arrived')).toHaveLength(1);
    expect(report.repaired).toBe(0);
    expect(await Promise.all([db.$count(stripeInbox), db.$count(reconciliation)])).toEqual(before);
    expect([await poolOf(team), await poolOf(planTeam)]).toEqual([0, 0]);
    expect((await sweep()).differences).toEqual([]);
    expect([await poolOf(team), await poolOf(planTeam)]).toEqual([50, 20]);
    expect((await sweep({ repair: false })).differences).toEqual([]);
  });
});

describe('where the next one begins', () => {
  const at = (hours: number) => plus(new Date('2026-11-20T00:00:00Z'), hours * HOUR);
  const run = (from: number, to: number, clean = true) => ({ from: at(from), to: at(to), clean });

  test.each([
    ['goes on from the last', run(-2, 1), at(0), at(1)],
    ['a short run leaves the gap before it open', run(70, 72), at(0), at(0)],
    ['one with a difference moves nothing', run(-2, 1, false), at(0), at(0)],
    ['an older one never moves it back', run(-9, -1), at(0), at(0)],
    ['a short first run does not count', run(-3, 0), null, null],
    ['a first run over all that Stripe keeps does', run(-720, 0), null, at(0)],
    ['so does one after a longer gap', run(0, 720), at(-100), at(720)],
  ])('%s', (_what, run, before, after) => {
    expect(reachedBy(run, before)).toEqual(after);
  });

  test('a dry run, a short one and one with differences do not move it', async () => {
    await sweep();
    stripe.standIn.control.moveClock(72 * HOUR);
    const now = stripe.standIn.control.now();
    const start = await startOf(db, now);
    expect(now.getTime() - start.getTime()).toBeGreaterThan(72 * HOUR);
    await sweep({ repair: false });
    await sweep({ from: plus(now, -2 * HOUR) });
    await sweep({ stripe: failing('disputes', 'list', new Error('down')) });
    expect(await startOf(db, now)).toEqual(start);
    expect((await sweep()).differences).toEqual([]);
    expect((await startOf(db, now)).getTime()).toBeGreaterThan(now.getTime() - 3 * HOUR);
    expect(await startOf(db, plus(now, 2 * LONGEST))).toEqual(plus(now, LONGEST));
    // A report may say of what lies within that it agrees, and of nothing else.
    expect(await isCompared(db, start, plus(now, -HOUR))).toBe(true);
    expect(await isCompared(db, start, plus(now, DAY))).toBe(false);
    expect(await isCompared(db, plus(now, -2 * LONGEST), now)).toBe(false);
  });
});

describe('one failure is one difference', () => {
  test('a listing that fails, a plan that cannot be read: the rest is compared, and the run is kept', async () => {
    const planTeam = await makePayingTeam();
    await buyPlan(planTeam.admin, 'plus');
    await sweep();
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    const kept = await db.$count(reconciliation);
    const report = await sweep({ stripe: failing('subscriptions', 'retrieve', new Error('no answer')) });
    expect(report.differences.length).toBeGreaterThan(0);
    for (const line of report.differences) expect(line).toContain('no answer');
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'paid' });
    expect(await db.$count(reconciliation)).toBe(kept + 1);
    const unlisted = await sweep({ stripe: failing('events', 'list', new Error('no list')) });
    expect(unlisted.differences.every((line) => line.startsWith('events: not listed'))).toBe(true);
    expect((await sweep()).differences).toEqual([]);
  });

  test('a server that cannot expand in lists is asked without', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    const refused = new Stripe.errors.StripeInvalidRequestError({
      message: 'cannot be expanded',
      type: 'invalid_request_error',
    });
    Object.assign(refused, { statusCode: 400 });
    const plain = (list: (params: object) => unknown) => ({
      value: (params: { expand?: string[] }) => {
        if (params.expand?.length) throw refused;
        return list(params);
      },
    });
    const { checkout, paymentIntents } = client;
    const sessions = Object.create(checkout.sessions, {
      list: plain((params) => checkout.sessions.list(params)),
    });
    const report = await sweep({
      stripe: Object.create(client, {
        checkout: { value: Object.create(checkout, { sessions: { value: sessions } }) },
        paymentIntents: {
          value: Object.create(paymentIntents, { list: plain((params) => paymentIntents.list(params)) }),
        },
      }),
    });
    expect([report.skipped, report.differences]).toEqual([[], []]);
    expect((await orderRow(db, orderId)).status).toBe('paid');
  });

  test('a listing that the server does not know is left out', async () => {
    const unknown = new Stripe.errors.StripeAPIError({ message: 'not implemented', type: 'api_error' });
    Object.assign(unknown, { statusCode: 501 });
    const report = await sweep({ stripe: failing('disputes', 'list', unknown) });
    expect([report.skipped, report.differences]).toEqual([['disputes'], []]);
  });
});

describe('what it cannot repair is named', () => {
  test('an amount that differs, money without an order, an order paid without money', async () => {
    const wrong = await buyPaid(team);
    await db.update(payment).set({ amountCents: 2_800 }).where(eq(payment.id, wrong.id));
    const alone = await buyPaid(team);
    const intent = stripe.standIn.store.paymentIntents[alone.stripePaymentId];
    if (!intent) throw new Error('no payment');
    intent.status = 'canceled';
    const stray = await payWithoutOrder(client, customerOf(alone));
    const [order] = await db
      .update(purchaseOrder)
      .set({ status: 'paid' })
      .where(and(eq(purchaseOrder.id, (await buy(team.owner)).orderId)))
      .returning();
    // We write down when we heard of a payment, by the real clock.
    const report = await sweep({ from: plus(new Date(), -HOUR) });
    for (const id of [wrong.id, alone.id, stray.id, order?.id ?? ''])
      expect(linesAbout(report, id)).toHaveLength(1);
    const [kept] = await db.select().from(reconciliation).orderBy(sql`created_at desc`).limit(1);
    expect(kept?.differences).toEqual(report.differences);
    await db.update(payment).set({ amountCents: 2_900 }).where(eq(payment.id, wrong.id));
    await db
      .update(purchaseOrder)
      .set({ status: 'pending' })
      .where(eq(purchaseOrder.id, order?.id ?? ''));
    intent.status = 'succeeded';
    await client.refunds.create({ payment_intent: stray.id });
  });

  test('money without an order that went back as a whole is settled', async () => {
    const stray = await payWithoutOrder(client, customerOf(await buyPaid(team)));
    await client.refunds.create({ payment_intent: stray.id, amount: 200 });
    expect(linesAbout(await sweep(), stray.id)).toHaveLength(1);
    await client.refunds.create({ payment_intent: stray.id });
    const report = await sweep();
    expect(report.differences).toEqual([]);
    expect(report.checked['paid back without an order']).toBeGreaterThan(0);
    expect(await db.$count(stripeInbox, eq(stripeInbox.status, 'parked'))).toBe(0);
  });
});

describe('a Stripe account that is shared with another product', () => {
  test('its payments, pages, plans, refunds and disputes are counted and otherwise ignored', async () => {
    await sweep();
    const before = (await sweep()).checked['not ours'] ?? 0;
    const { id: customer } = await client.customers.create({ name: 'Another shop' });
    const stray = await payWithoutOrder(client, customer);
    await client.refunds.create({ payment_intent: stray.id, amount: 100 });
    const second = await payWithoutOrder(client, customer);
    stripe.standIn.control.openDispute(String(second.latest_charge));
    const product = (await client.products.create({ name: 'Socks' })).id;
    const price_data = { currency: 'usd', product, unit_amount: 900 };
    const open = { customer, success_url: APP_URL, metadata: { order_id: '4711' } };
    const page = await client.checkout.sessions.create({
      ...open,
      mode: 'payment',
      line_items: [{ quantity: 1, price_data }],
    });
    stripe.standIn.page.pay(page.id, CARD);
    const monthly = { ...price_data, recurring: { interval: 'month' as const } };
    const planPage = await client.checkout.sessions.create({
      ...open,
      mode: 'subscription',
      line_items: [{ quantity: 1, price_data: monthly }],
    });
    stripe.standIn.page.pay(planPage.id, CARD);
    const report = await sweep();
    expect(report.differences).toEqual([]);
    expect(report.checked['not ours']).toBeGreaterThanOrEqual(before + 6);
    expect(await db.$count(stripeInbox, eq(stripeInbox.status, 'parked'))).toBe(0);
    const told = await tell(db, 'checkout.session.completed', page.id, scope().now);
    expect(told).toMatchObject({ status: 'ignored' });
    expect(await paymentsOf(db, team)).toEqual([]);
  });
});
