/** Calls that go wrong on demand, as the real SDK sees them. */
import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { failure, sendRaw, withStandIn, world } from '../../../../tests/support/stand-in';

withStandIn();

const ONCE = { maxNetworkRetries: 0 };

test('too many requests: 429 with the time to wait, then all is well', async () => {
  const { stripe, standIn } = world;
  standIn.control.fail({ how: 'rate-limited', path: '/v1/customers' });
  expect(await failure(stripe.customers.create({ name: 'x' }, ONCE))).toMatchObject({
    type: 'StripeRateLimitError',
    statusCode: 429,
    headers: { 'retry-after': '1' },
  });
  expect((await stripe.customers.create({ name: 'x' }, ONCE)).name).toBe('x');
});

test('an outage is over for the SDK when its retries outlast it', async () => {
  const { stripe, standIn } = world;
  standIn.control.fail({ how: 'broken', times: 2 });
  expect((await stripe.customers.create({ name: 'patient' })).name).toBe('patient');
  standIn.control.fail({ how: 'broken', times: 2 });
  expect(await failure(stripe.customers.list({}, ONCE))).toMatchObject({
    type: 'StripeAPIError',
    statusCode: 500,
  });
  expect(standIn.control.failuresLeft()).toBe(1);
  standIn.control.stopFailing();
  expect((await stripe.customers.list({}, ONCE)).data[0]?.name).toBe('patient');
});

test('a broken line, and an answer that never comes', async () => {
  const { stripe, standIn } = world;
  standIn.control.fail({ how: 'reset', times: 2 });
  expect(await failure(stripe.customers.list({}, ONCE))).toMatchObject({ type: 'StripeConnectionError' });
  standIn.control.stopFailing();
  standIn.control.fail({ how: 'silent' });
  const late = await failure(stripe.customers.list({}, { ...ONCE, timeout: 200 }));
  expect(late).toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect(late.message).toContain('Request aborted due to timeout');
});

test('done, but never answered: the same key finds what was done', async () => {
  const { stripe, standIn } = world;
  const options = { ...ONCE, idempotencyKey: 'lost-answer' };
  standIn.control.fail({ how: 'reset', times: 2, done: true, path: '/v1/customers', method: 'POST' });
  await failure(stripe.customers.create({ name: 'once' }, options));
  standIn.control.stopFailing();
  const again = await stripe.customers.create({ name: 'once' }, options);
  const named = Object.values(standIn.store.customers).filter(({ name }) => name === 'once');
  expect(named.map(({ id }) => id)).toEqual([again.id]);
});

test('only the calls that were named', async () => {
  const { stripe, standIn } = world;
  standIn.control.fail({ how: 'broken', path: '/v1/refunds', method: 'POST' });
  await stripe.refunds.list({}, ONCE);
  await stripe.customers.list({}, ONCE);
  expect(standIn.control.failuresLeft()).toBe(1);
  expect((await sendRaw('POST', '/v1/refunds/re_1/cancel')).status).toBe(500);
  expect(standIn.control.failuresLeft()).toBe(0);
});
