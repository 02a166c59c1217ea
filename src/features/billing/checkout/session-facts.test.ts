/** What we read of a session from a server that knows less than Stripe: ids where we asked for objects. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccount } from '@/adapters/payments/stripe';
import { judge } from './rules';
import { readSession } from './session-facts';

const SESSION = {
  id: 'cs_1',
  object: 'checkout.session',
  status: 'complete',
  payment_status: 'paid',
  amount_total: 2900,
  currency: 'usd',
  client_reference_id: 'org_1',
  payment_intent: 'pi_1',
  invoice: 'in_1',
};
const PAYMENT = {
  id: 'pi_1',
  object: 'payment_intent',
  status: 'succeeded',
  amount: 2900,
  amount_received: 2900,
  currency: 'usd',
  latest_charge: 'ch_1',
  last_payment_error: null,
};

let objects: Record<string, object> = {};
let server: Server;
let stripe: Stripe;
beforeAll(async () => {
  server = createServer((request, response) => {
    const found = objects[request.url?.split('?')[0] ?? ''];
    response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' });
    const error = { type: 'invalid_request_error', message: 'No such object' };
    response.end(JSON.stringify(found ?? { error }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stripe = openAccount({ secretKey: 'sk_test_1', webhookSecret: 'whsec_1', apiBase }).client;
});
afterAll(() => {
  server.close();
});

test('nothing is expanded: the payment is fetched on its own', async () => {
  objects = { '/v1/checkout/sessions/cs_1': SESSION, '/v1/payment_intents/pi_1': PAYMENT };
  const session = await readSession(stripe, 'cs_1');
  expect(session).toMatchObject({
    amountTotal: 2900,
    amountSubtotal: 2900,
    discount: 0,
    organizationId: 'org_1',
    orderHint: null,
    payment: { id: 'pi_1', received: 2900 },
    money: { chargeId: 'ch_1', feeCents: null, netCents: null, receiptUrl: null },
    invoiceUrl: null,
  });
});

test('the payment cannot be fetched: its id is still the payment’s key', async () => {
  objects = { '/v1/checkout/sessions/cs_1': SESSION };
  const session = await readSession(stripe, 'cs_1');
  expect(session).toMatchObject({ paymentId: 'pi_1', payment: null });
  expect(session && judge(session)).toMatchObject({ kind: 'paid', paymentKey: 'pi_1' });
});

test('no such session', async () => {
  objects = {};
  expect(await readSession(stripe, 'cs_1')).toBeNull();
});

test.each([
  [
    { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' },
    'Your card was declined.',
  ],
  [
    { type: 'api_error', code: 'payment_intent_payment_attempt_failed', message: 'The bank said no.' },
    'The bank said no.',
  ],
  [{ type: 'api_error', message: 'Shard 7 of acct_1 timed out.' }, 'The payment did not go through.'],
  [{ type: 'card_error' }, 'The payment did not go through.'],
])('what Stripe writes for us is not shown to buyers: %j', async (error, shown) => {
  const payment = { ...PAYMENT, status: 'requires_payment_method', last_payment_error: error };
  objects = { '/v1/checkout/sessions/cs_1': SESSION, '/v1/payment_intents/pi_1': payment };
  expect((await readSession(stripe, 'cs_1'))?.payment?.failure).toBe(shown);
});
