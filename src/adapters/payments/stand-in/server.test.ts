/** The stand-in through the real SDK, so that it behaves where the product looks as Stripe does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccount } from '../stripe';
import { type StandIn, startStripeStandIn } from './server';

const SECRET = 'whsec_stand_in_test';
const KEY = 'sk_test_stand_in';
const CARD = { number: '4242 4242 4242 4242', expiry: '12 / 40', cvc: '123' };

let folder: string;
let app: Server;
let appUrl: string;
let standIn: StandIn;
let stripe: Stripe;
let now = new Date('2026-11-20T10:00:00Z');
/** Answers 500 this many times before it takes an event. */
let refusals = 0;
const delivered: Stripe.Event[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'headcraft-stripe-'));
  app = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const signature = request.headers['stripe-signature'] ?? '';
    if (refusals > 0) {
      refusals -= 1;
      response.writeHead(500).end();
      return;
    }
    delivered.push(Stripe.webhooks.constructEvent(body, signature, SECRET));
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  await open();
});

afterAll(async () => {
  await standIn.stop();
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open() {
  standIn = await startStripeStandIn({
    dataDir: folder,
    appUrl,
    secretKey: KEY,
    webhookSecret: SECRET,
    clock: () => now,
  });
  stripe = openAccount({ secretKey: KEY, webhookSecret: SECRET, apiBase: standIn.apiBase }).client;
}

function sessionParams(): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'usd', unit_amount: 2900, product_data: { name: '50 credits' } },
      },
    ],
    success_url: 'http://localhost:3000/done',
    cancel_url: 'http://localhost:3000/cancelled',
    client_reference_id: 'org_1',
    invoice_creation: { enabled: true },
    allow_promotion_codes: true,
    payment_intent_data: { metadata: { order_id: 'ord_1' } },
  };
}

function failure(work: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  return work.then(
    () => expect.fail('the call resolved'),
    (error: unknown) => error as Stripe.errors.StripeError,
  );
}

test('a session is paid with a test card, and the app hears of it in signed events', async () => {
  const customer = await stripe.customers.create({ name: 'A team', email: 'owner@example.test' });
  const session = await stripe.checkout.sessions.create({ ...sessionParams(), customer: customer.id });
  expect(session).toMatchObject({
    status: 'open',
    payment_status: 'unpaid',
    amount_total: 2900,
    livemode: false,
  });
  expect(session.url).toBe(`http://localhost:3000/dev/checkout/${session.id}`);

  expect(standIn.page.pay(session.id, CARD)).toEqual({
    status: 'paid',
    redirect: 'http://localhost:3000/done',
  });
  const paid = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent.latest_charge', 'invoice', 'line_items'],
  });
  expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid', url: null });
  const payment = paid.payment_intent as Stripe.PaymentIntent;
  expect(payment).toMatchObject({
    status: 'succeeded',
    amount_received: 2900,
    metadata: { order_id: 'ord_1' },
  });
  const charge = payment.latest_charge as Stripe.Charge;
  expect(standIn.page.findDocument(charge.id)).toMatchObject({ amount: 2900, refunded: 0 });
  expect((paid.invoice as Stripe.Invoice).status).toBe('paid');

  await expect
    .poll(() => delivered.map((event) => event.type), { timeout: 10_000 })
    .toContain('checkout.session.completed');
  expect(delivered.map((event) => event.type)).toContain('payment_intent.succeeded');
  const listed = await stripe.checkout.sessions.list({ payment_intent: payment.id });
  expect(listed.data.map((item) => item.id)).toEqual([session.id]);
});

test.each([
  ['4000 0000 0000 0002', 'Your card was declined.'],
  ['4000 0000 0000 9995', 'Your card has insufficient funds.'],
])('card %s is declined; the page stays open', async (number, message) => {
  const session = await stripe.checkout.sessions.create(sessionParams());
  expect(standIn.page.pay(session.id, { ...CARD, number })).toEqual({ status: 'declined', message });
  const after = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
  expect(after).toMatchObject({ status: 'open', payment_status: 'unpaid' });
  const payment = after.payment_intent as Stripe.PaymentIntent;
  expect(payment.last_payment_error).toMatchObject({ code: 'card_declined', message });
  expect(standIn.page.pay(session.id, CARD).status).toBe('paid');
});

test('incomplete or unknown cards are not tried', async () => {
  const session = await stripe.checkout.sessions.create(sessionParams());
  expect(standIn.page.pay(session.id, { number: '4242', expiry: '10/26', cvc: '1' })).toEqual({
    status: 'incomplete',
    fields: {
      number: 'Your card number is incomplete.',
      expiry: 'Your card’s expiration date is in the past.',
      cvc: 'Your card’s security code is incomplete.',
    },
  });
  expect(standIn.page.pay(session.id, { ...CARD, number: '4111 1111 1111 1111' }).status).toBe('incomplete');
  expect((await stripe.checkout.sessions.retrieve(session.id)).payment_intent).toBeNull();
});

test('a whole discount leaves no payment', async () => {
  const session = await stripe.checkout.sessions.create(sessionParams());
  standIn.page.pay(session.id, { number: '', expiry: '', cvc: '', promotionCode: 'free' });
  expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
    payment_status: 'no_payment_required',
    payment_intent: null,
    amount_subtotal: 2900,
    amount_total: 0,
    total_details: { amount_discount: 2900 },
  });
});

test('the same idempotency key answers the same session, with another body an error', async () => {
  const options = { idempotencyKey: 'order-1' };
  const first = await stripe.checkout.sessions.create(sessionParams(), options);
  const second = await stripe.checkout.sessions.create(sessionParams(), options);
  expect(second.id).toBe(first.id);
  const other = { ...sessionParams(), client_reference_id: 'org_2' };
  expect((await failure(stripe.checkout.sessions.create(other, options))).type).toBe(
    'StripeIdempotencyError',
  );
});

test('wrong requests are refused in Stripe’s words', async () => {
  const { line_items: _none, ...noLines } = sessionParams();
  expect(await failure(stripe.checkout.sessions.create(noLines))).toMatchObject({
    statusCode: 400,
    code: 'parameter_missing',
    param: 'line_items',
  });
  expect(
    await failure(stripe.checkout.sessions.create({ ...sessionParams(), submit_type: 'pay' })),
  ).toMatchObject({
    code: 'parameter_unknown',
    param: 'submit_type',
  });
  expect(
    await failure(stripe.checkout.sessions.create({ ...sessionParams(), customer: 'cus_nobody' })),
  ).toMatchObject({ code: 'resource_missing', param: 'customer' });
  expect(await failure(stripe.checkout.sessions.retrieve('cs_test_nothing'))).toMatchObject({
    statusCode: 404,
  });
  const unknown = await failure(stripe.payouts.list());
  expect(unknown).toMatchObject({ statusCode: 404, type: 'StripeInvalidRequestError' });
  const stranger = openAccount({
    secretKey: 'sk_test_other',
    webhookSecret: SECRET,
    apiBase: standIn.apiBase,
  });
  expect(await failure(stranger.client.checkout.sessions.list())).toMatchObject({ statusCode: 401 });
});

test('an unpaid session expires after a day', async () => {
  const session = await stripe.checkout.sessions.create(sessionParams());
  now = new Date(now.getTime() + 25 * 3_600_000);
  expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('expired');
  expect(standIn.page.pay(session.id, CARD)).toEqual({ status: 'closed' });
});

test('events are sent until the app takes them, also by the next process', async () => {
  refusals = 2;
  const session = await stripe.checkout.sessions.create(sessionParams());
  standIn.page.expire(session.id);
  await standIn.stop();
  await open();
  expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('expired');
  await expect
    .poll(() => delivered.some((event) => (event.data.object as { id: string }).id === session.id), {
      timeout: 10_000,
    })
    .toBe(true);
});

test('events of moments that the clock has gone past are tried for as long as any other', async () => {
  const undelivered = () => standIn.store.events.filter((event) => event.pending_webhooks > 0).length;
  await stripe.checkout.sessions.create({ ...sessionParams(), mode: 'payment' });
  await expect.poll(undelivered, { timeout: 20_000 }).toBe(0);
  refusals = 1;
  // Open pages expire on the way, ten days ago by the time that it is told.
  standIn.control.moveClock(11 * 86_400_000);
  expect(undelivered()).toBeGreaterThan(0);
  await expect.poll(undelivered, { timeout: 20_000 }).toBe(0);
  expect(refusals).toBe(0);
});
