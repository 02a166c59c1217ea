import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { vapidKeys } from '@/adapters/push/vapid';
import { session, user } from '@/db/schema/auth';
import { noticePreference, pushSubscription } from '@/db/schema/notifications';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../../tests/support/database';
import { makeUser } from '../../../../tests/support/factories';
import { type PushService, pushBrowser, startPushService } from '../../../../tests/support/push-service';
import { deliverPush } from './deliver-push';
import { subscriptionInput } from './push-input';
import { queuePush } from './queue-push';
import { type Device, hasSubscription, removeSubscription, saveSubscription } from './save-subscription';

const HREF = '/teams/acme/headshots/gen_1';
const folder = mkdtempSync(path.join(tmpdir(), 'headcraft-push-'));
const browser = pushBrowser();
let db: Db;
let service: PushService;

beforeAll(async () => {
  process.env.HEADCRAFT_MODE = 'embedded';
  process.env.HEADCRAFT_DATA_DIR = folder;
  db = await testDatabase();
  service = await startPushService();
});
beforeEach(() => {
  service.arrived.length = 0;
  service.answer = { status: 201 };
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

async function signedIn(userId?: string): Promise<Device> {
  const sessionId = newId('request');
  const device = { userId: userId ?? (await makeUser(db)).id, sessionId };
  const expiresAt = new Date(Date.now() + 60_000);
  await db.insert(session).values({ id: sessionId, userId: device.userId, token: sessionId, expiresAt });
  return device;
}

/** A device whose push service is the one on this machine. */
async function device(): Promise<Device & { id: string }> {
  const person = await signedIn();
  const id = newId('push');
  await db
    .insert(pushSubscription)
    .values({ id, ...person, endpoint: `${service.origin}/${id}`, ...browser.keys });
  return { ...person, id };
}

const deliver = (subscriptionId: string) =>
  deliverPush(db, { subscriptionId, href: HREF }, { local: service.origin });
const stored = (id: string) => db.select().from(pushSubscription).where(eq(pushSubscription.id, id));
const endpoint = () => `https://push.example.com/${newId('request')}`;
const saved = ({ userId }: Device) =>
  db.select().from(pushSubscription).where(eq(pushSubscription.userId, userId));

test('a device gets one sentence and a link, sealed for it and signed by us', async () => {
  const { id } = await device();
  await deliver(id);
  const [message] = service.arrived;
  expect(browser.read(message?.body ?? Buffer.alloc(0))).toEqual({
    title: 'Your headshots are ready',
    href: HREF,
  });
  expect(message?.path).toBe(`/${id}`);
  expect(message?.headers).toMatchObject({ ttl: '86400', 'content-encoding': 'aes128gcm' });
  expect(message?.headers.authorization).toContain(vapidKeys()?.publicKey);
  expect(message?.claims).toMatchObject({
    aud: service.origin,
    sub: expect.stringMatching(/^mailto:.+@/),
  });
  expect(await stored(id)).toHaveLength(1);
});

test('the sentence is in the language of its person', async () => {
  const { id, userId } = await device();
  await db.update(user).set({ language: 'de' }).where(eq(user.id, userId));
  await deliver(id);
  const [message] = service.arrived;
  expect(browser.read(message?.body ?? Buffer.alloc(0))).toMatchObject({
    title: 'Deine Headshots sind fertig',
  });
});

test('who is gone is forgotten, who is busy is tried again, and nobody is followed elsewhere', async () => {
  for (const status of [404, 410, 403]) {
    const { id } = await device();
    service.answer = { status };
    await deliver(id);
    expect(await stored(id)).toHaveLength(0);
  }
  const { id } = await device();
  for (const status of [429, 500]) {
    service.answer = { status };
    await expect(deliver(id)).rejects.toThrow(`answered ${status}`);
    expect(await stored(id)).toHaveLength(1);
  }
  service.arrived.length = 0;
  service.answer = { status: 307, headers: { location: `${service.origin}/elsewhere` } };
  await deliver(id);
  expect(service.arrived.map(({ path: at }) => at)).toEqual([`/${id}`]);
  expect(await stored(id)).toHaveLength(0);
  // Switched off while the job waited.
  await deliver(id);
  expect(service.arrived).toHaveLength(1);
});

test('nothing is sent into a private network, nor saved to be', async () => {
  const { id } = await device();
  await deliverPush(db, { subscriptionId: id, href: HREF });
  expect(service.arrived).toHaveLength(0);
  expect(await stored(id)).toHaveLength(0);
  const person = await signedIn();
  const inside = { endpoint: 'https://169.254.169.254/latest', keys: browser.keys };
  await expect(saveSubscription(db, person, inside)).rejects.toMatchObject({ code: 'invalid' });
  expect(subscriptionInput.safeParse({ endpoint: endpoint(), keys: browser.keys }).success).toBe(true);
  for (const keys of [{ ...browser.keys, auth: 'short' }, { p256dh: browser.keys.p256dh }])
    expect(subscriptionInput.safeParse({ endpoint: endpoint(), keys }).success).toBe(false);
});

test('a device is its session’s: signing out ends it, and nobody else sees or ends it', async () => {
  const [mine, other] = [await signedIn(), await signedIn()];
  const at = endpoint();
  await saveSubscription(db, mine, { endpoint: at, keys: browser.keys });
  const elsewhere = await signedIn(mine.userId);
  for (const stranger of [other, elsewhere]) {
    expect(await hasSubscription(db, stranger, at)).toBe(false);
    await removeSubscription(db, stranger, at);
  }
  expect(await hasSubscription(db, mine, at)).toBe(true);
  // The next person at this browser takes it over.
  await saveSubscription(db, other, { endpoint: at, keys: browser.keys });
  expect(await hasSubscription(db, mine, at)).toBe(false);
  await db.delete(session).where(eq(session.id, other.sessionId));
  expect(await saved(other)).toHaveLength(0);
  await saveSubscription(db, mine, { endpoint: at, keys: browser.keys });
  await removeSubscription(db, mine, at);
  expect(await saved(mine)).toHaveLength(0);
  await saveSubscription(db, mine, { endpoint: at, keys: browser.keys });
  await db.delete(user).where(eq(user.id, mine.userId));
  expect(await saved(mine)).toHaveLength(0);
});

test('ten devices of a person are told, the newest; not who wants none, nor those signed out by time', async () => {
  const person = await signedIn();
  for (let n = 0; n < 11; n += 1)
    await saveSubscription(db, person, { endpoint: endpoint(), keys: browser.keys });
  expect(await saved(person)).toHaveLength(10);
  const waiting = () =>
    selectRows(
      db,
      sql`select 1 from pgboss.job where name = 'push.deliver' and data ->> 'href' = ${person.userId}`,
    );
  await queuePush({ db }, person.userId, person.userId);
  expect(await waiting()).toHaveLength(10);
  await db.insert(noticePreference).values({ userId: person.userId, kind: 'pictures', push: false });
  await queuePush({ db }, person.userId, person.userId);
  expect(await waiting()).toHaveLength(10);
  await db.delete(noticePreference).where(eq(noticePreference.userId, person.userId));
  await db
    .update(session)
    .set({ expiresAt: new Date(0) })
    .where(eq(session.id, person.sessionId));
  await queuePush({ db }, person.userId, person.userId);
  expect(await waiting()).toHaveLength(10);
});
