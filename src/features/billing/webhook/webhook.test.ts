/** The webhook's door: who may put an event into the inbox, and that 200 means it is in there. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { testDatabase } from '../../../../tests/support/database';
import {
  APP_URL,
  deliver,
  eventOf,
  inboxOf,
  sign,
  WEBHOOK_SECRET,
  withStripe,
} from '../../../../tests/support/payments';
import { applyEvent } from './apply-event';
import { verifyEvent } from './verify-event';

withStripe();

const NOW = new Date('2026-11-20T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const TEST_ACCOUNT = { webhookSecret: WEBHOOK_SECRET, livemode: false };

let db: Db;
let count = 0;
let body = '';
let objectId = '';
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(() => {
  count += 1;
  objectId = `cs_test_door_${count}`;
  body = eventOf('checkout.session.completed', objectId);
});

async function expectRefused(answer: Response, status = 400): Promise<void> {
  expect(answer.status).toBe(status);
  expect(await inboxOf(db, objectId)).toEqual([]);
}

describe('signature', () => {
  test('a signed event is in the inbox, with its job, when 200 comes', async () => {
    expect((await deliver(body, sign(body))).status).toBe(200);
    const [row] = await inboxOf(db, objectId);
    expect(row).toMatchObject({ status: 'received', type: 'checkout.session.completed', livemode: false });
    const jobs = await db.execute(
      sql`select 1 from pgboss.job where name = 'billing.apply-event' and data->>'eventId' = ${row?.eventId}`,
    );
    expect((jobs as unknown as { rows: unknown[] }).rows).toHaveLength(1);
  });

  test('the same event again: 200, one row, one job', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => deliver(body, sign(body))));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(await inboxOf(db, objectId)).toHaveLength(1);
    const jobs = await db.execute(
      sql`select 1 from pgboss.job where name = 'billing.apply-event' and data->>'eventId' = ${JSON.parse(body).id}`,
    );
    expect((jobs as unknown as { rows: unknown[] }).rows).toHaveLength(1);
  });

  test('another secret', async () =>
    expectRefused(await deliver(body, sign(body, { secret: 'whsec_other' }))));
  test('no signature', async () => expectRefused(await deliver(body, null)));
  test('an empty signature', async () => expectRefused(await deliver(body, '')));
  test('an altered body', async () =>
    expectRefused(await deliver(body.replace('"livemode":false', '"livemode": false'), sign(body))));
  test('another scheme', async () => expectRefused(await deliver(body, sign(body).replace('v1=', 'v0='))));
});

describe('events of every kind', () => {
  const signed = (event: object) => {
    const text = JSON.stringify({ ...JSON.parse(body), ...event });
    return { text, id: JSON.parse(text).id as string };
  };
  const rowOf = async (id: string) => {
    const [row] = await db.select().from(stripeInbox).where(eq(stripeInbox.eventId, id));
    return row;
  };

  test.each(['balance.available', 'invoice.upcoming'])(
    '%s is about no object: kept and ignored',
    async (type) => {
      const { text, id } = signed({
        type,
        data: { object: { object: type.split('.')[0], livemode: false } },
      });
      expect((await deliver(text, sign(text))).status).toBe(200);
      expect(await rowOf(id)).toMatchObject({ type, objectId: '', status: 'received' });
      await applyEvent(db, id, { now: new Date(), appUrl: APP_URL });
      expect(await rowOf(id)).toMatchObject({ status: 'ignored', lastError: null });
    },
  );

  test('an event of ours without its object is left to staff', async () => {
    const { text, id } = signed({ data: { object: {} } });
    expect((await deliver(text, sign(text))).status).toBe(200);
    await applyEvent(db, id, { now: new Date(), appUrl: APP_URL });
    expect(await rowOf(id)).toMatchObject({ status: 'parked', lastError: 'the event names no object' });
  });

  test('only what says where to look is kept: no names, addresses or cards', async () => {
    const { text, id } = signed({
      created: SECONDS,
      api_version: '2026-08-26.dahlia',
      request: { id: 'req_1', idempotency_key: 'secret-key' },
      data: { object: { id: objectId, customer_details: { name: 'Ada Buyer', email: 'ada@example.test' } } },
    });
    expect((await deliver(text, sign(text))).status).toBe(200);
    const row = await rowOf(id);
    expect(row).toMatchObject({ objectId, eventCreatedAt: NOW, apiVersion: '2026-08-26.dahlia' });
    expect(JSON.stringify(row)).not.toMatch(/Ada|example\.test|secret-key|req_1/);
  });
});

describe('time', () => {
  const check = (timestamp: number) =>
    verifyEvent(Buffer.from(body), sign(body, { timestamp }), TEST_ACCOUNT, NOW);

  test.each([-300, -1, 0, 1, 300])('%d s off is accepted', (offset) => {
    expect(check(SECONDS + offset).type).toBe('checkout.session.completed');
  });
  test.each([-301, -86_400, 301, 86_400])('%d s off is refused', (offset) => {
    expect(() => check(SECONDS + offset)).toThrow('The signature does not match.');
  });
  test('over HTTP: ten minutes old, ten minutes ahead', async () => {
    const now = Math.floor(Date.now() / 1000);
    await expectRefused(await deliver(body, sign(body, { timestamp: now - 600 })));
    await expectRefused(await deliver(body, sign(body, { timestamp: now + 600 })));
  });
  test('two timestamps cannot be played against each other', () => {
    const old = sign(body, { timestamp: SECONDS - 900 });
    expect(() => verifyEvent(Buffer.from(body), `t=${SECONDS},${old}`, TEST_ACCOUNT, NOW)).toThrow();
    expect(() => verifyEvent(Buffer.from(body), `${old},t=${SECONDS}`, TEST_ACCOUNT, NOW)).toThrow();
    const ahead = sign(body, { timestamp: SECONDS + 900 });
    expect(() => verifyEvent(Buffer.from(body), `t=${SECONDS},${ahead}`, TEST_ACCOUNT, NOW)).toThrow();
  });
});

describe('mode and secret', () => {
  test('a live event is refused by a test key, a test event by a live key', async () => {
    const live = eventOf('checkout.session.completed', objectId, true);
    await expectRefused(await deliver(live, sign(live)));
    const signature = sign(body, { timestamp: SECONDS });
    expect(() => verifyEvent(Buffer.from(body), signature, { ...TEST_ACCOUNT, livemode: true }, NOW)).toThrow(
      'other mode',
    );
  });

  test('an event that does not name its mode is a test event', async () => {
    const { livemode: _, ...event } = JSON.parse(body);
    const text = JSON.stringify(event);
    expect((await deliver(text, sign(text))).status).toBe(200);
    expect(await inboxOf(db, objectId)).toMatchObject([{ livemode: false }]);
    const signature = sign(text, { timestamp: SECONDS });
    const live = { ...TEST_ACCOUNT, livemode: true };
    expect(() => verifyEvent(Buffer.from(text), signature, live, NOW)).toThrow('other mode');
  });

  test.each(['', '   ', 'whsec_', 'secret'])('the secret "%s" verifies nothing', (webhookSecret) => {
    const signature = sign(body, { secret: webhookSecret.trim() || 'x', timestamp: SECONDS });
    expect(() => verifyEvent(Buffer.from(body), signature, { webhookSecret, livemode: false }, NOW)).toThrow(
      'webhook secret',
    );
  });

  test('spaces around the secret do no harm', () => {
    const signature = sign(body, { timestamp: SECONDS });
    const account = { webhookSecret: ` ${WEBHOOK_SECRET}\n`, livemode: false };
    expect(verifyEvent(Buffer.from(body), signature, account, NOW).livemode).toBe(false);
  });
});

describe('body', () => {
  test('what is signed but not an event', async () => {
    for (const text of ['{}', '[]', 'null', '{"id":"evt_1"}']) {
      expect((await deliver(text, sign(text))).status).toBe(400);
    }
  });
  test('too large', async () => {
    const large = JSON.stringify({ padding: 'x'.repeat(600 * 1024) });
    expect((await deliver(large, sign(large))).status).toBe(413);
  });
});

test('nothing is acknowledged that is not durable', async () => {
  await db.execute(sql`alter table stripe_inbox rename to stripe_inbox_away`);
  try {
    expect((await deliver(body, sign(body))).status).toBe(500);
  } finally {
    await db.execute(sql`alter table stripe_inbox_away rename to stripe_inbox`);
  }
  expect(await inboxOf(db, objectId)).toEqual([]);
});

test('an event without its job is not kept: both commit or neither', async () => {
  await db.execute(sql`alter table pgboss.job rename to job_away`);
  const before = await db.$count(stripeInbox);
  try {
    expect((await deliver(body, sign(body))).status).toBe(500);
  } finally {
    await db.execute(sql`alter table pgboss.job_away rename to job`);
  }
  expect(await db.$count(stripeInbox)).toBe(before);
});
