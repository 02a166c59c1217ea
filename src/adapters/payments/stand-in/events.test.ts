/** Events: kept, listed, undelivered while the app is away, forgotten after a month; and the state on disk. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, expect, test } from 'vitest';
import { buyPack, failure, withStandIn, world } from '../../../../tests/support/stand-in';
import { record } from './events';
import { openStore } from './store';

withStandIn();

const HOUR = 3_600_000;
const folder = mkdtempSync(path.join(tmpdir(), 'headcraft-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('events are found by type, time and whether they arrived', async () => {
  const { stripe, standIn, delivered } = world;
  const { payment } = await buyPack();
  await expect.poll(() => delivered.map(({ type }) => type)).toContain('invoice.paid');
  await expect.poll(async () => (await stripe.events.list({ delivery_success: false })).data.length).toBe(0);
  standIn.control.pauseWebhooks();
  const before = Math.floor(standIn.control.now().getTime() / 1000);
  standIn.control.moveClock(HOUR);
  await stripe.refunds.create({ payment_intent: payment.id });
  const missed = await stripe.events.list({ delivery_success: false, created: { gt: before } });
  expect(missed.data.map(({ type }) => type)).toEqual(['charge.refunded', 'refund.created']);
  const some = await stripe.events.list({ types: ['refund.created', 'charge.refunded', 'payout.paid'] });
  expect(some.data).toHaveLength(2);
  expect((await stripe.events.list({ type: 'charge.*' })).data).toHaveLength(2);
  standIn.control.resumeWebhooks();
  await expect.poll(() => delivered.map(({ type }) => type)).toContain('charge.refunded');
});

test('after three days away nothing is sent any more, but everything can be asked for', async () => {
  const { stripe, standIn, delivered } = world;
  standIn.control.pauseWebhooks();
  const { payment } = await buyPack();
  standIn.control.moveClock(73 * HOUR);
  standIn.control.resumeWebhooks();
  const later = await stripe.customers.create({ name: 'Later' });
  await expect
    .poll(() => delivered.some(({ data }) => (data.object as { id?: string }).id === later.id))
    .toBe(true);
  expect(delivered.some(({ data }) => (data.object as { id?: string }).id === payment.id)).toBe(false);
  const lost = await stripe.events.list({ delivery_success: false, type: 'payment_intent.succeeded' });
  expect(lost.data.map(({ data }) => (data.object as { id?: string }).id)).toEqual([payment.id]);
  expect(lost.data[0]).not.toHaveProperty('_given_up');
});

test('events are forgotten after thirty days, objects are not', async () => {
  const { stripe, standIn } = world;
  const { payment } = await buyPack();
  const [event] = (await stripe.events.list({ type: 'payment_intent.succeeded' })).data;
  const waiting = async () =>
    (await stripe.events.list({ delivery_success: false, created: { gte: event?.created } })).data;
  await expect.poll(waiting).toEqual([]);
  standIn.control.moveClock(31 * 24 * HOUR);
  expect(await failure(stripe.events.retrieve(event?.id ?? ''))).toMatchObject({ statusCode: 404 });
  expect((await stripe.events.list()).data).toEqual([]);
  expect((await stripe.paymentIntents.retrieve(payment.id)).status).toBe('succeeded');
});

test('the state with 2,000 events is written in one go, and read back whole', async () => {
  const store = openStore(folder);
  const big = { id: 'in_big', object: 'invoice', text: 'x'.repeat(2000) };
  for (let index = 0; index < 2000; index += 1) record(store, 'invoice.paid', big, new Date(index * 1000));
  store.touch();
  await store.saved();
  const began = performance.now();
  for (let index = 0; index < 20; index += 1) {
    store.ahead = index;
    store.touch();
    void store.saved();
  }
  await store.saved();
  // Twenty changes at once are one write, not twenty.
  expect(performance.now() - began).toBeLessThan(2000);
  const onDisk = JSON.parse(readFileSync(path.join(folder, 'state.json'), 'utf8')) as { ahead: number };
  expect(onDisk.ahead).toBe(19);
  expect(openStore(folder).events).toEqual(store.events);
});
