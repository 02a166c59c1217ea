/** The queue worked off by calls: everything that is due, once, in the time there is. */
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { connection } from '@/adapters/database/client';
import { listDeadJobs, reviveDeadJob } from '@/adapters/queue/dead-jobs';
import { QUEUES, type QueueSettings } from '@/adapters/queue/queues';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { receiveEvent } from '@/features/billing/webhook/receive-event';
import { testDatabase } from '../../tests/support/database';
import type { TestTeam } from '../../tests/support/factories';
import {
  APP_URL,
  buy,
  CARD,
  eventOf,
  inboxOf,
  makePayingTeam,
  poolOf,
  sign,
  stripe,
  withStripe,
} from '../../tests/support/payments';
import { GET, POST } from '../app/api/cron/drain/route';
import { defineJob } from './definition';
import { drainJobs } from './drain';
import { enqueue } from './port';
import { JOBS } from './registry';

withStripe();

const SECRET = 'a-secret-of-the-clock';
const CLOCKED = Object.entries<QueueSettings>(QUEUES).flatMap(([name, { cron }]) => (cron ? [name] : []));

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  process.env.CRON_SECRET = SECRET;
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

const call = (method: typeof GET, token: string) =>
  method(new Request(`${APP_URL}/api/cron/drain`, { headers: { authorization: `Bearer ${token}` } }));

/** A pack paid on Stripe's page, its event received and waiting in the queue. */
async function paidAndQueued(): Promise<string> {
  const { sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  const body = eventOf('checkout.session.completed', sessionId);
  await receiveEvent(db, { body: Buffer.from(body), signature: sign(body) }, new Date());
  return sessionId;
}

/** The comparison with Stripe, which runs too, may bring the event once more. */
async function expectApplied(sessionId: string): Promise<void> {
  const statuses = (await inboxOf(db, sessionId)).map(({ status }) => status);
  expect([...new Set(statuses)]).toEqual(['applied']);
}

const statesOf = (name: string) =>
  selectRows<{ state: string }>(
    db,
    sql`select state::text from pgboss.job where name = ${name} order by created_on, id`,
  ).then((rows) => rows.map(({ state }) => state));

test('one call applies what Stripe sent, and runs what the clock wants', async () => {
  const sessionId = await paidAndQueued();
  expect((await call(POST, 'another secret')).status).toBe(401);
  expect(await poolOf(team)).toBe(0);
  const answer = await call(GET, SECRET);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ failed: 0, left: false });
  await expectApplied(sessionId);
  expect(await poolOf(team)).toBe(50);
  for (const name of CLOCKED) expect([name, await statesOf(name)]).toEqual([name, ['completed']]);
});

test('two at once do nothing twice', async () => {
  const sessionId = await paidAndQueued();
  await db.execute(sql`delete from pgboss.job`);
  await enqueue(db, 'billing.apply-event', {
    eventId: (await inboxOf(db, sessionId))[0]?.eventId ?? '',
  });
  const open = await connection();
  const now = new Date();
  const drained = await Promise.all([1, 2, 3].map(() => drainJobs(open, 60_000, now)));
  expect(drained.map(({ failed, left }) => ({ failed, left }))).toEqual(
    Array.from({ length: 3 }, () => ({ failed: 0, left: false })),
  );
  expect(await poolOf(team)).toBe(50);
  for (const name of CLOCKED) expect([name, await statesOf(name)]).toEqual([name, ['completed']]);
  expect(await statesOf('billing.apply-event')).toEqual(['completed']);
});

test('what was due and has run is not run again before it is due anew', async () => {
  await db.execute(sql`delete from pgboss.job`);
  const open = await connection();
  const now = new Date();
  await drainJobs(open, 60_000, now);
  await drainJobs(open, 60_000, now);
  for (const name of CLOCKED) expect([name, await statesOf(name)]).toEqual([name, ['completed']]);
});

describe('the time is over', () => {
  /** Runs with another handler of one queue, which this file's database has no use for. */
  async function instead(work: (signal: AbortSignal) => Promise<void>, budget: number) {
    const open = await connection();
    await drainJobs(open, 60_000);
    await db.execute(sql`delete from pgboss.job where name = 'organizations.expire-invitations'`);
    for (let jobs = 0; jobs < 2; jobs += 1) await enqueue(db, 'organizations.expire-invitations', {});
    const kept = JOBS['organizations.expire-invitations'];
    JOBS['organizations.expire-invitations'] = defineJob(z.object({}), (_data, { signal }) => work(signal));
    try {
      return await drainJobs(open, budget);
    } finally {
      JOBS['organizations.expire-invitations'] = kept;
    }
  }

  test('the job under way is told, and no other one begins', async () => {
    const drained = await instead(
      (signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('handed back')), { once: true });
        }),
      1_500,
    );
    expect(drained).toMatchObject({ failed: 1, left: true });
    expect(await statesOf('organizations.expire-invitations')).toEqual(['failed', 'created']);
  });

  test('a job that does not listen is left to its expiry', async () => {
    const drained = await instead(() => new Promise<void>(() => {}), 1_500);
    expect(drained).toMatchObject({ left: true });
    expect(await statesOf('organizations.expire-invitations')).toEqual(['active', 'created']);
  });
});

test('a job that fails is tried again later, and keeps no other one waiting', async () => {
  await enqueue(db, 'billing.push-details', { orgId: 7 });
  const sessionId = await paidAndQueued();
  const drained = await drainJobs(await connection(), 60_000);
  expect(drained).toMatchObject({ failed: 1, left: false });
  await expectApplied(sessionId);
  expect(await statesOf('billing.push-details')).toContain('retry');
});

test('a job that has given up can be read and put back with all its tries, once', async () => {
  await db.execute(sql`delete from pgboss.job`);
  await enqueue(db, 'billing.push-details', { orgId: 7 });
  await db.execute(sql`update pgboss.job set retry_limit = 0 where name = 'billing.push-details'`);
  await drainJobs(await connection(), 60_000);
  const [dead] = await listDeadJobs(db);
  expect(dead).toMatchObject({ name: 'billing.push-details', data: { orgId: 7 }, tries: 1 });
  expect(dead?.reason).toContain('orgId');
  const id = dead?.id ?? '';
  expect([await reviveDeadJob(db, id), await reviveDeadJob(db, id)]).toEqual([true, false]);
  expect(await listDeadJobs(db)).toEqual([]);
  expect(await statesOf('billing.push-details')).toEqual(['created']);
});
