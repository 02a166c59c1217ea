/** Calls that fail, through the real SDK over HTTP: what people read, and what the log keeps. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { openAccount } from './stripe';
import { callStripe, describeStripeError, NOTHING_CHANGED, UNCONFIRMED } from './stripe-errors';

const REFUSED = 'Something went wrong on our side. Nothing was charged.';
const UNANSWERED = 'Stripe does not answer. Nothing was charged. Try again in a minute.';

let server: Server;
let stripe: Stripe;
let answer: { status: number; error: object } | null = null;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!answer) return void request.socket.destroy();
    response.writeHead(answer.status, { 'Content-Type': 'application/json', 'Request-Id': 'req_1' });
    response.end(JSON.stringify({ error: answer.error }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stripe = openAccount({ secretKey: 'sk_test_1', webhookSecret: 'whsec_1', apiBase }).client;
});
afterAll(() => {
  server.close();
});

const ask = () => stripe.customers.create({ email: 'ada@example.test' }, { maxNetworkRetries: 0 });

test.each([
  [
    'a parameter that it does not take',
    400,
    { type: 'invalid_request_error', param: 'email' },
    'internal',
    REFUSED,
  ],
  ['a key used for something else', 400, { type: 'idempotency_error' }, 'internal', REFUSED],
  ['a wrong key', 401, { type: 'invalid_request_error' }, 'internal', REFUSED],
  ['a key that may not', 403, { type: 'invalid_request_error' }, 'internal', REFUSED],
  [
    'something unknown',
    404,
    { type: 'invalid_request_error', code: 'resource_missing' },
    'internal',
    REFUSED,
  ],
  ['too many calls', 429, { type: 'invalid_request_error', code: 'rate_limit' }, 'unavailable', UNANSWERED],
  ['a failure of its own', 500, { type: 'api_error' }, 'unavailable', UNANSWERED],
  ['a call that is under way', 409, { type: 'idempotency_error' }, 'unavailable', UNANSWERED],
])('%s (%i)', async (_what, status, error, code, message) => {
  answer = { status, error: { message: 'No such thing for acct_1', ...error } };
  await expect(callStripe(ask)).rejects.toMatchObject({ code, message });
});

test('a line that breaks', async () => {
  answer = null;
  await expect(callStripe(ask)).rejects.toMatchObject({ code: 'unavailable', message: UNANSWERED });
});

describe('where it is not certain that nothing was charged', () => {
  test('no answer: look before you try again', async () => {
    answer = { status: 500, error: { type: 'api_error', message: 'oops' } };
    await expect(callStripe(ask, UNCONFIRMED.plan)).rejects.toMatchObject({
      message: 'We could not confirm this with Stripe. Look at your plan before you try again.',
    });
  });

  test('a refusal is certain', async () => {
    answer = { status: 400, error: { type: 'invalid_request_error', message: 'oops' } };
    await expect(callStripe(ask, UNCONFIRMED.order)).rejects.toMatchObject({ message: REFUSED });
  });
});

test('a question says nothing about charges', async () => {
  answer = { status: 500, error: { type: 'api_error', message: 'oops' } };
  await expect(callStripe(ask, NOTHING_CHANGED)).rejects.toMatchObject({
    message: 'Stripe does not answer. Nothing changed. Try again in a minute.',
  });
});

test('our own errors pass as they are', async () => {
  const mine = new AppError('conflict', 'Paid already.');
  await expect(callStripe(() => Promise.reject(mine))).rejects.toBe(mine);
});

test('the log has code, parameter and request, and no address', async () => {
  const message = 'Invalid email address: ada@example.test';
  answer = {
    status: 400,
    error: { type: 'invalid_request_error', code: 'email_invalid', param: 'email', message },
  };
  const error = await ask().catch((failed) => failed);
  expect(error).toBeInstanceOf(Stripe.errors.StripeError);
  expect(describeStripeError(error)).toEqual({
    type: 'StripeInvalidRequestError',
    code: 'email_invalid',
    param: 'email',
    statusCode: 400,
    requestId: 'req_1',
    message: 'Invalid email address: [e-mail]',
  });
});
