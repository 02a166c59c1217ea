/** Events: kept, listed, undelivered while the app is away, forgotten after a month; and the state on disk. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buyPack, failure, withStandIn, world } from '../../../../tests/support/stand-in';
import { record } from './events';
import { openStore } from './store';
import { startWriter } from './writer';

withStandIn();

const HOUR = 3_600_000;
const PATIENT = { timeout: 10_000 };
const folder = mkdtempSync(path.join(tmpdir(), 'headcraft-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('events are found by type, time and whether they arrived', async () => {
  const { stripe, standIn, delivered } = world;
  const { payment } = await buyPack();
  await expect.poll(() => delivered.map(({ type }) => type), PATIENT).toContain('invoice.paid');
  await expect
    .poll(async () => (await stripe.events.list({ delivery_success: false })).data.length, PATIENT)
    .toBe(0);
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
  await expect.poll(() => delivered.map(({ type }) => type), PATIENT).toContain('charge.refunded');
});

test('after three days away nothing is sent any more, but everything can be asked for', async () => {
  const { stripe, standIn, delivered } = world;
  standIn.control.pauseWebhooks();
  const { payment } = await buyPack();
  standIn.control.moveClock(73 * HOUR);
  standIn.control.resumeWebhooks();
  const later = await stripe.customers.create({ name: 'Later' });
  await expect
    .poll(() => delivered.some(({ data }) => (data.object as { id?: string }).id === later.id), PATIENT)
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
  await expect.poll(waiting, PATIENT).toEqual([]);
  standIn.control.moveClock(31 * 24 * HOUR);
  expect(await failure(stripe.events.retrieve(event?.id ?? ''))).toMatchObject({ statusCode: 404 });
  expect((await stripe.events.list()).data).toEqual([]);
  expect((await stripe.paymentIntents.retrieve(payment.id)).status).toBe('succeeded');
});

test('the state with 2,000 events is read back whole', async () => {
  const store = openStore(folder);
  const big = { id: 'in_big', object: 'invoice', text: 'x'.repeat(2000) };
  for (let index = 0; index < 2000; index += 1) record(store, 'invoice.paid', big, new Date(index * 1000));
  store.touch();
  await store.saved();
  const [first] = store.events;
  if (first) first.pending_webhooks = 0;
  store.touch();
  await store.saved();
  const again = openStore(folder);
  expect(again.events).toEqual(store.events);
  expect(again.events[0]?.pending_webhooks).toBe(0);
});

test('changes at once are one write; whoever waits has his own on disk', async () => {
  const file = path.join(folder, 'written.json');
  let value = 0;
  let writes = 0;
  const writer = startWriter(file, () => {
    writes += 1;
    return String(value);
  });
  const waiting = Array.from({ length: 20 }, async (_, index) => {
    value = index + 1;
    writer.touch();
    await writer.saved();
    expect(Number(readFileSync(file, 'utf8'))).toBeGreaterThanOrEqual(index + 1);
  });
  await Promise.all(waiting);
  expect(writes).toBe(1);
  value = 21;
  writer.touch();
  const before = writer.saved();
  await new Promise((resolve) => setImmediate(resolve));
  // A write is under way: this change is in the next one.
  value = 22;
  writer.touch();
  await Promise.all([before, writer.saved()]);
  expect(readFileSync(file, 'utf8')).toBe('22');
});

test('a state that cannot be written is told to whoever waits for it', async () => {
  const writer = startWriter(path.join(folder, 'no-folder', 'state.json'), () => '{}');
  writer.touch();
  await expect(writer.saved()).rejects.toThrow('ENOENT');
  await expect(writer.saved()).rejects.toThrow('ENOENT');
});
