/** What we read of a session from a server that knows less than Stripe: ids where we asked for objects. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openAccount } from '@/adapters/payments/stripe';
import { readSession } from './session-facts';
import { judge } from './session-rules';

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
/** What the server answers instead of an object. */
let statuses: Record<string, number> = {};
/** Whether it takes `expand` at all. */
let expands = true;
let server: Server;
let stripe: Stripe;
beforeAll(async () => {
  server = createServer((request, response) => {
    const [path = '', query = ''] = request.url?.split('?') ?? [];
    const refused = query.includes('expand') && !expands;
    const found = refused ? undefined : objects[path];
    const status = refused ? 400 : (statuses[path] ?? (found ? 200 : 404));
    response.writeHead(status, { 'Content-Type': 'application/json' });
    const error = { type: 'invalid_request_error', message: 'No such object' };
    response.end(JSON.stringify(status === 200 ? found : { error }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stripe = openAccount({ secretKey: 'sk_test_1', webhookSecret: 'whsec_1', apiBase }).client;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  objects = {};
  statuses = {};
  expands = true;
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

const CHARGE = {
  id: 'ch_1',
  object: 'charge',
  paid: true,
  created: 1_795_000_000,
  balance_transaction: 'txn_1',
};
const INVOICE = {
  id: 'in_1',
  object: 'invoice',
  hosted_invoice_url: 'https://pay.example.test/in_1',
  status_transitions: { paid_at: 1_795_000_060 },
};

test('nothing is expanded: charge, fee and invoice are fetched as well', async () => {
  objects = {
    '/v1/checkout/sessions/cs_1': SESSION,
    '/v1/payment_intents/pi_1': PAYMENT,
    '/v1/charges/ch_1': CHARGE,
    '/v1/balance_transactions/txn_1': { id: 'txn_1', fee: 114, net: 2_786 },
    '/v1/invoices/in_1': INVOICE,
  };
  expect(await readSession(stripe, 'cs_1')).toMatchObject({
    invoiceId: 'in_1',
    invoiceUrl: 'https://pay.example.test/in_1',
    paidAt: new Date(1_795_000_060_000),
    money: { chargeId: 'ch_1', feeCents: 114, netCents: 2_786, chargedAt: new Date(1_795_000_000_000) },
  });
});

test('a server that refuses to expand is asked without', async () => {
  expands = false;
  objects = { '/v1/checkout/sessions/cs_1': SESSION, '/v1/payment_intents/pi_1': PAYMENT };
  expect(await readSession(stripe, 'cs_1')).toMatchObject({
    paymentId: 'pi_1',
    payment: { received: 2_900 },
  });
});

test.each([400, 403, 404, 405, 501])(
  'fees, charges and invoices may be refused (%i): the rest counts',
  async (status) => {
    objects = {
      '/v1/checkout/sessions/cs_1': SESSION,
      '/v1/payment_intents/pi_1': PAYMENT,
      '/v1/charges/ch_1': CHARGE,
    };
    statuses = { '/v1/invoices/in_1': status, '/v1/balance_transactions/txn_1': status };
    const session = await readSession(stripe, 'cs_1');
    expect(session).toMatchObject({
      invoiceId: 'in_1',
      invoiceUrl: null,
      money: { chargeId: 'ch_1', feeCents: null },
    });
    expect(session && judge(session)).toMatchObject({ kind: 'paid' });
  },
);

test('a key that is wrong is no refusal: nothing is concluded from it', async () => {
  objects = { '/v1/checkout/sessions/cs_1': SESSION, '/v1/payment_intents/pi_1': PAYMENT };
  statuses = { '/v1/invoices/in_1': 401 };
  await expect(readSession(stripe, 'cs_1')).rejects.toMatchObject({ statusCode: 401 });
});

test('what a session leaves out is taken from its payment and from our own marks', async () => {
  const { amount_total: _, currency: __, client_reference_id: ___, ...bare } = SESSION;
  const { amount_received: ____, ...payment } = PAYMENT;
  objects = {
    '/v1/checkout/sessions/cs_1': { ...bare, invoice: undefined, metadata: { organization_id: 'org_1' } },
    '/v1/payment_intents/pi_1': payment,
  };
  expect(await readSession(stripe, 'cs_1')).toMatchObject({
    amountTotal: 2_900,
    amountSubtotal: 2_900,
    currency: 'usd',
    organizationId: 'org_1',
    invoiceId: null,
    payment: { amount: 2_900, received: 2_900 },
  });
});

test('without the number, only what succeeded was received', async () => {
  const { amount_received: _, ...payment } = PAYMENT;
  objects = {
    '/v1/checkout/sessions/cs_1': SESSION,
    '/v1/payment_intents/pi_1': { ...payment, status: 'processing' },
  };
  expect((await readSession(stripe, 'cs_1'))?.payment).toMatchObject({ amount: 2_900, received: 0 });
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
