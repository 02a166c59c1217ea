/** Buy, webhook, credits behind a server that knows customers, sessions and payment intents, and nothing else of Stripe. */
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { basic, payAtBasic, sessionOf, withBasicStripe } from '../../../../tests/support/basic-stripe';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import {
  APP_URL,
  buy,
  deliver,
  makePayingTeam,
  orderRow,
  paymentsOf,
  poolOf,
  sign,
} from '../../../../tests/support/payments';
import { reconcile } from '../reconcile/reconcile';
import { applyEvent } from '../webhook/apply-event';
import { checkOrder } from './check-order';

withBasicStripe();

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  team = await makePayingTeam();
  basic.expand = 'ignored';
});

/** An event as short as can be, delivered and applied. Answers what became of it. */
async function tell(type: string, object: object): Promise<string | undefined> {
  const id = newId('request');
  const body = JSON.stringify({ id, type, data: { object } });
  expect((await deliver(body, sign(body))).status).toBe(200);
  await applyEvent(db, id, { now: new Date(), appUrl: APP_URL });
  const [row] = await db.select().from(stripeInbox).where(eq(stripeInbox.eventId, id));
  return row?.status;
}

describe.each(['ignored', 'refused'] as const)('expand is %s', (expand) => {
  beforeEach(() => {
    basic.expand = expand;
  });

  test('a pack is bought, and its credits come once', async () => {
    const { orderId, sessionId, url } = await buy(team.owner);
    expect(url).toBe(`https://pay.example.test/c/${sessionId}`);
    expect(await orderRow(db, orderId)).toMatchObject({ stripeSessionId: sessionId, expiresAt: null });
    const paymentId = payAtBasic(sessionId);
    expect(await tell('checkout.session.completed', sessionOf(sessionId))).toBe('applied');
    expect(await tell('payment_intent.succeeded', { id: paymentId })).toBe('applied');
    await checkOrder(team.owner.ctx, { orderId }, { now: new Date(), appUrl: APP_URL });
    expect(await poolOf(team)).toBe(50);
    expect(await paymentsOf(db, team)).toMatchObject([
      { stripePaymentId: paymentId, amountCents: 2_900, feeCents: null, invoiceUrl: null, receiptUrl: null },
    ]);
    expect((await orderRow(db, orderId)).status).toBe('paid');
    await expectLedgerClean(db, team.orgId);
  });
});

test('no webhook at all: the page where the buyer comes back asks', async () => {
  const { orderId, sessionId } = await buy(team.owner, 300);
  payAtBasic(sessionId);
  await checkOrder(team.owner.ctx, { orderId }, { now: new Date(), appUrl: APP_URL });
  expect(await poolOf(team)).toBe(300);
});

test('paid without a payment in the session: the session is the payment, also when the payment is named later', async () => {
  const { sessionId } = await buy(team.owner);
  const paymentId = payAtBasic(sessionId, { session: { payment_intent: undefined } });
  expect(await tell('checkout.session.completed', sessionOf(sessionId))).toBe('applied');
  Object.assign(sessionOf(sessionId), { payment_intent: paymentId });
  expect(await tell('checkout.session.completed', sessionOf(sessionId))).toBe('applied');
  expect(await poolOf(team)).toBe(50);
  expect(await paymentsOf(db, team)).toHaveLength(1);
});

test('only the payment’s event comes, with our order in its metadata', async () => {
  const { orderId, sessionId } = await buy(team.owner);
  const paymentId = payAtBasic(sessionId, {
    session: { payment_intent: null },
    payment: { metadata: { order_id: orderId } },
  });
  expect(await tell('payment_intent.succeeded', { id: paymentId })).toBe('applied');
  expect(await poolOf(team)).toBe(50);
});

test('a bank payment that fails without a reason ends the order', async () => {
  const { orderId, sessionId } = await buy(team.owner);
  const paymentId = payAtBasic(sessionId, {
    session: { payment_status: 'unpaid' },
    payment: { status: 'processing' },
  });
  expect(await tell('checkout.session.completed', sessionOf(sessionId))).toBe('applied');
  expect((await orderRow(db, orderId)).status).toBe('pending');
  Object.assign(basic.payments.get(paymentId) ?? {}, { status: 'requires_payment_method' });
  await tell('checkout.session.async_payment_failed', sessionOf(sessionId));
  expect(await orderRow(db, orderId)).toMatchObject({
    status: 'failed',
    failure: 'The payment did not go through.',
  });
  expect(await poolOf(team)).toBe(0);
});

test('an expired page', async () => {
  const { orderId, sessionId } = await buy(team.owner);
  Object.assign(sessionOf(sessionId), { status: 'expired' });
  await tell('checkout.session.expired', { id: sessionId });
  expect((await orderRow(db, orderId)).status).toBe('expired');
});

describe('little is enough, but what decides must agree', () => {
  test.each([
    ['a lower total', { session: { amount_total: 100 } }],
    ['a smaller payment', { payment: { amount: 100 } }],
    ['another currency', { session: { currency: 'jpy' } }],
    ['a payment without a currency', { payment: { currency: undefined } }],
    ['a part of the payment', { payment: { amount_received: 100 } }],
    ['another team', { session: { client_reference_id: 'org_other' } }],
    ['no team', { session: { client_reference_id: null } }],
  ])('%s is parked', async (_what, more) => {
    const { orderId, sessionId } = await buy(team.owner);
    payAtBasic(sessionId, more);
    expect(await tell('checkout.session.completed', { id: sessionId })).toBe('parked');
    expect((await orderRow(db, orderId)).status).toBe('parked');
    expect(await poolOf(team)).toBe(0);
  });

  test.each([
    ['unpaid', { payment_status: 'unpaid' }],
    ['a word that Stripe does not have', { payment_status: 'maybe' }],
    ['no word at all', { payment_status: undefined }],
  ])('%s grants nothing', async (_what, session) => {
    const { sessionId } = await buy(team.owner);
    payAtBasic(sessionId, { session, payment: { status: 'processing' } });
    await tell('checkout.session.completed', { id: sessionId });
    expect(await poolOf(team)).toBe(0);
  });
});

test('the comparison says what it cannot list, and finds no difference', async () => {
  const { client } = await stripeAccount();
  const now = new Date();
  const report = await reconcile({
    db,
    stripe: client,
    from: plus(now, -DAY),
    now,
    appUrl: APP_URL,
    repair: true,
  });
  expect(report.skipped).toContain('sessions');
  expect(report.differences).toEqual([]);
});

test('it really knows nothing else', () => {
  expect(basic.unknown.some((call) => call.startsWith('GET /v1/checkout/sessions'))).toBe(true);
  expect(basic.unknown).toContain('GET /v1/events');
});
