/** The SDK against servers that are not Stripe's: where its requests arrive, and what it makes of odd answers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAccount } from './stripe';

let server: Server;
let asked: string[] = [];
let answer = { status: 200, body: '{"id":"cus_1","object":"customer"}' };
beforeEach(() => {
  asked = [];
  answer = { status: 200, body: '{"id":"cus_1","object":"customer"}' };
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host?.replace(/:\d+$/, '')} ${request.url}`);
    response.writeHead(answer.status).end(answer.body);
  });
});
afterEach(() => server.close());

async function clientAt(path: string, host = '127.0.0.1'): Promise<Stripe> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  const apiBase = `http://${name}:${port}${path}`;
  return openAccount({ secretKey: 'sk_test_1', webhookSecret: 'whsec_1', apiBase }).client;
}

test.each([
  ['', '/v1/customers/cus_1'],
  ['/', '/v1/customers/cus_1'],
  ['/v1', '/v1/customers/cus_1'],
  ['/stripe', '/stripe/v1/customers/cus_1'],
  ['/mock/stripe/v1/', '/mock/stripe/v1/customers/cus_1'],
])('below "%s" a call arrives at %s', async (path, expected) => {
  const stripe = await clientAt(path);
  expect((await stripe.customers.retrieve('cus_1')).id).toBe('cus_1');
  expect(asked).toEqual([`GET 127.0.0.1 ${expected}`]);
});

test('a server at an IPv6 address', async () => {
  const stripe = await clientAt('', '::1');
  await stripe.customers.retrieve('cus_1');
  expect(asked).toEqual(['GET [::1] /v1/customers/cus_1']);
});

test.each([
  [404, 'Cannot GET /v1/customers/cus_1', Stripe.errors.StripeInvalidRequestError],
  [404, '{"detail":"Not Found"}', Stripe.errors.StripeInvalidRequestError],
  [404, '{"error":"no such route"}', Stripe.errors.StripeInvalidRequestError],
  [404, 'null', Stripe.errors.StripeInvalidRequestError],
  [401, '<html>sign in</html>', Stripe.errors.StripeAuthenticationError],
  [501, '', Stripe.errors.StripeAPIError],
])('%i with "%s" is an error of its status', async (status, body, kind) => {
  answer = { status, body };
  const stripe = await clientAt('');
  const failed = await stripe.customers
    .retrieve('cus_1', {}, { maxNetworkRetries: 0 })
    .catch((error) => error);
  expect(failed).toBeInstanceOf(kind);
  expect(failed.statusCode).toBe(status);
});

test('Stripe’s own errors arrive as they are', async () => {
  const error = {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param: 'id',
    message: 'No such customer',
  };
  answer = { status: 404, body: JSON.stringify({ error }) };
  const stripe = await clientAt('');
  await expect(stripe.customers.retrieve('cus_1')).rejects.toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    param: 'id',
  });
});
