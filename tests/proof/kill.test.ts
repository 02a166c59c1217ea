/**
 * `kill -9` at every named failpoint of a purchase, a refund, a hold and a settlement: what was acknowledged is there, what was
 * not acknowledged happens once when it is tried again, and the ledger verifies.
 */
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refund } from '@/db/schema/billing';
import { creditHold, holdResolution, ledgerTransfer } from '@/db/schema/credits';
import { generation, picture } from '@/db/schema/generation';
import { notice } from '@/db/schema/notifications';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { checkOpenOrders } from '@/features/billing/checkout/check-open-orders';
import { createCheckout } from '@/features/billing/checkout/create-checkout';
import { executeRefund } from '@/features/billing/refunds/execute-refund';
import { refundPayment } from '@/features/billing/refunds/refund-payment';
import { requeueEvents } from '@/features/billing/webhook/requeue-events';
import { findMyWallet } from '@/features/credits/queries';
import { claimGeneration } from '@/features/generation/claim';
import { reapGenerations } from '@/features/generation/reap-generations';
import { runGeneration } from '@/features/generation/run-generation';
import { startGeneration } from '@/features/generation/start-generation';
import { FAILPOINTS, type Failpoint } from '@/lib/failpoint';
import { MINUTE, plus } from '@/lib/time';
import { testConnection } from '../support/database';
import { makeTeam, type TestTeam } from '../support/factories';
import { type ChildTask, type DiesAt, failpointChild } from '../support/failpoints';
import { directedEngine, readyTeam } from '../support/generations';
import { expectLedgerClean, key } from '../support/ledger';
import {
  APP_URL,
  applyReceived,
  buy,
  CARD,
  deliver,
  eventOf,
  inboxOf,
  makePayingTeam,
  paymentsOf,
  poolOf,
  sign,
  stripe,
  withStripe,
} from '../support/payments';

withStripe();

let db: Db;
let child: Awaited<ReturnType<typeof failpointChild>>;
beforeAll(async () => {
  const connection = await testConnection();
  db = connection.db;
  child = await failpointChild(connection.url);
  // Only what this test hands over arrives.
  stripe.reachable = false;
});
afterAll(() => child.close());

/** The task, what must be durable (or not be there) at the death, and what the world does next until all is well. */
type Scenario = () => Promise<{
  task: ChildTask;
  /** What the database has right after the death. */
  atDeath(): Promise<void>;
  /** The retry, the redelivery, the sweep or the next worker; runs twice. */
  goOn(): Promise<unknown>;
  /** What it has in the end, exactly once. */
  inTheEnd(): Promise<void>;
}>;

const SCENARIOS: Record<Failpoint, Scenario> = {
  'purchase.ordered': checkout,
  'purchase.session-opened': checkout,
  'purchase.inbox-written': () => receive(0),
  'purchase.inbox-stored': () => receive(1),
  'purchase.before-apply': () => apply(0),
  'purchase.asked': () => apply(0),
  'purchase.recorded': () => apply(0),
  'purchase.granted': () => apply(0),
  'purchase.marked': () => apply(0),
  'purchase.applied': () => apply(50),
  'hold.started': () => start(0),
  'hold.placed': () => start(0),
  'hold.committed': () => start(1),
  'settle.ended': () => end(false),
  'settle.resolved': () => end(false),
  'settle.committed': () => end(true),
  'refund.taken': () => askForRefund(0),
  'refund.requested': () => askForRefund(1),
  'refund.sent': () => sendRefund('pending'),
  'refund.settled': () => sendRefund('succeeded'),
};

const AFTER_THE_ANSWER: [string, Scenario][] = [
  ['a webhook', () => receive(1)],
  ['a hold', () => start(1)],
  ['a settlement', () => end(true)],
];

test.each(FAILPOINTS)('killed at %s', (point) => dieAndGoOn(point, SCENARIOS[point]));

test.each(AFTER_THE_ANSWER)('killed right after the answer to %s', (_, scenario) =>
  dieAndGoOn('answered', scenario),
);

async function dieAndGoOn(at: DiesAt, scenario: Scenario): Promise<void> {
  const { task, atDeath, goOn, inTheEnd } = await scenario();
  // A point that is never reached would end in exit code 0.
  expect(await child.run(at, task)).toEqual({ signal: 'SIGKILL', code: null, answered: at === 'answered' });
  await atDeath();
  await goOn();
  await inTheEnd();
  await goOn();
  await inTheEnd();
  await expectLedgerClean(db);
}

/** The buyer's own request dies; they press the button again and pay. */
async function checkout() {
  const team = await makePayingTeam();
  const input = { pack: 'starter', idempotencyKey: key() } as const;
  const { ctx } = team.owner;
  let paid = false;
  return {
    task: { kind: 'checkout', who: whoOf(team), input, appUrl: APP_URL } as const,
    atDeath: async () => expect(await ordersOf(team)).toMatchObject([{ status: 'pending', session: null }]),
    goOn: async () => {
      const { url } = await createCheckout(ctx, input, APP_URL);
      if (!paid) stripe.standIn.page.pay(url.split('/').at(-1) ?? '', CARD);
      paid = true;
      await sweep();
    },
    inTheEnd: () => expectBoughtOnce(team),
  };
}

/** The event's delivery dies. Stripe sends again what had no 200; the sweep finds what had one and no worker. */
async function receive(durable: 0 | 1) {
  const team = await makePayingTeam();
  const { sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  const body = eventOf('checkout.session.completed', sessionId);
  return {
    task: { kind: 'receive', body, signature: sign(body) } as const,
    atDeath: async () => {
      expect(await inboxOf(db, sessionId)).toHaveLength(durable);
      expect(await jobsOf(JSON.parse(body).id)).toBe(durable);
      expect(await poolOf(team)).toBe(0);
    },
    goOn: async () => {
      if (!durable) expect((await deliver(body, sign(body))).status).toBe(200);
      await sweep();
    },
    inTheEnd: () => expectBoughtOnce(team),
  };
}

/** The worker dies while it applies an event that was acknowledged long ago. */
async function apply(poolAtDeath: number) {
  const team = await makePayingTeam();
  const { sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  const body = eventOf('checkout.session.completed', sessionId);
  expect((await deliver(body, sign(body))).status).toBe(200);
  return {
    task: { kind: 'apply', eventId: JSON.parse(body).id as string, appUrl: APP_URL } as const,
    atDeath: async () => {
      expect(await poolOf(team)).toBe(poolAtDeath);
      expect(await paymentsOf(db, team)).toHaveLength(poolAtDeath > 0 ? 1 : 0);
      const status = poolAtDeath > 0 ? 'applied' : 'received';
      expect(await inboxOf(db, sessionId)).toMatchObject([{ status }]);
    },
    goOn: sweep,
    inTheEnd: () => expectBoughtOnce(team),
  };
}

async function bought() {
  const team = await makePayingTeam();
  const { sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  const body = eventOf('checkout.session.completed', sessionId);
  expect((await deliver(body, sign(body))).status).toBe(200);
  await applyReceived(db);
  const [payment] = await paymentsOf(db, team);
  const input = { paymentId: payment?.id ?? '', reason: 'Too many', idempotencyKey: key() };
  const refundsOf = () => db.select().from(refund).where(eq(refund.organizationId, team.orgId));
  const inTheEnd = async () => {
    expect(await poolOf(team)).toBe(0);
    expect(await refundsOf()).toMatchObject([{ status: 'succeeded', amountCents: 2900, credits: 50 }]);
    expect(await paymentsOf(db, team)).toMatchObject([{ refundedCents: 2900 }]);
    const made = Object.values(stripe.standIn.store.refunds).filter(
      ({ charge }) => charge === payment?.stripeChargeId,
    );
    expect(made).toMatchObject([{ amount: 2900 }]);
  };
  const send = async () => {
    for (const { id } of await refundsOf()) await executeRefund(db, id, { now: new Date(), appUrl: APP_URL });
  };
  return { team, input, refundsOf, inTheEnd, send };
}

/** The admin's request dies; the page sends it again with its key, and the job does its work. */
async function askForRefund(durable: 0 | 1) {
  const { team, input, refundsOf, inTheEnd, send } = await bought();
  return {
    task: { kind: 'refund', who: whoOf(team), input } as const,
    atDeath: async () => {
      expect(await poolOf(team)).toBe(durable ? 0 : 50);
      const refunds = await refundsOf();
      expect(refunds).toHaveLength(durable);
      for (const { id } of refunds) expect(await jobsOf(id)).toBe(1);
    },
    goOn: async () => {
      await refundPayment(team.owner.ctx, input);
      await send();
    },
    inTheEnd,
  };
}

/** The job dies while the money goes back; it runs again. */
async function sendRefund(statusAtDeath: 'pending' | 'succeeded') {
  const { team, input, refundsOf, inTheEnd, send } = await bought();
  const { refundId } = await refundPayment(team.owner.ctx, input);
  return {
    task: { kind: 'execute-refund', refundId, appUrl: APP_URL } as const,
    atDeath: async () => expect(await refundsOf()).toMatchObject([{ status: statusAtDeath }]),
    goOn: send,
    inTheEnd,
  };
}

/** The member's request dies; the page sends it again with its key. */
async function start(held: 0 | 1) {
  const team = await makeTeam(db);
  const photoSetId = await readyTeam(team, 10);
  const input = {
    photoSetId,
    style: 'corporate',
    aspect: '4:5',
    quality: 'standard',
    variations: 2,
    idempotencyKey: key(),
  } as const;
  const expectHolds = async (count: number) => {
    const generations = await db.select().from(generation).where(eq(generation.organizationId, team.orgId));
    const holds = await db.select().from(creditHold).where(eq(creditHold.organizationId, team.orgId));
    expect([generations.length, holds.length]).toEqual([count, count]);
    expect(await findMyWallet(team.member.ctx)).toMatchObject({ balance: 10, held: 2 * count });
    for (const { id } of generations) expect(await jobsOf(id)).toBe(1);
  };
  return {
    task: { kind: 'start', who: { orgId: team.orgId, actor: team.member.actor }, input } as const,
    atDeath: () => expectHolds(held),
    goOn: () => startGeneration(team.member.ctx, input),
    inTheEnd: () => expectHolds(1),
  };
}

/** The worker dies while it ends a generation of two pictures, one of them accepted; another worker takes over. */
async function end(settled: boolean) {
  const team = await makeTeam(db);
  const photoSetId = await readyTeam(team, 10);
  // Nobody else's generation may be claimed or reaped instead.
  await db.update(generation).set({ availableAt: plus(new Date(), 600 * MINUTE) });
  const { id } = await startGeneration(team.member.ctx, {
    photoSetId,
    style: 'corporate',
    aspect: '4:5',
    quality: 'standard',
    variations: 2,
    idempotencyKey: key(),
  });
  const claim = await claimGeneration(db, ['studio']);
  expect(claim?.id).toBe(id);
  for (const [number, status] of [
    [1, 'accepted'],
    [2, 'unlike'],
  ] as const) {
    await db
      .update(picture)
      .set({ status })
      .where(and(eq(picture.generationId, id), eq(picture.number, number)));
  }
  await db
    .update(generation)
    .set({ leaseUntil: new Date(0) })
    .where(eq(generation.id, id));
  const engine = directedEngine();
  const expectSettled = async (done: boolean) => {
    expect(await findMyWallet(team.member.ctx)).toMatchObject(
      done ? { balance: 9, held: 0, used: 1 } : { balance: 10, held: 2, used: 0 },
    );
    const [row] = await db.select().from(generation).where(eq(generation.id, id));
    expect(row?.status === 'completed').toBe(done);
    const ends = await db
      .select({ settled: holdResolution.settled, released: holdResolution.released })
      .from(holdResolution)
      .innerJoin(creditHold, eq(creditHold.id, holdResolution.holdId))
      .where(eq(creditHold.generationId, id));
    expect(ends).toEqual(done ? [{ settled: 1, released: 1 }] : []);
    const told = await db.select().from(notice).where(eq(notice.userId, team.member.userId));
    expect(told).toHaveLength(done ? 1 : 0);
  };
  return {
    task: {
      kind: 'end',
      who: { orgId: team.orgId, actor: { kind: 'system', job: 'generation.run' } },
      generationId: id,
      fence: claim?.fence ?? -1,
    } as const,
    atDeath: () => expectSettled(settled),
    goOn: async () => {
      await reapGenerations(db, new Date());
      await db
        .update(generation)
        .set({ availableAt: new Date(0) })
        .where(eq(generation.id, id));
      const next = await claimGeneration(db, ['studio']);
      if (next) await runGeneration(db, next, { chain: [engine], shutdown: new AbortController().signal });
      expect(engine.requests).toEqual([]);
    },
    inTheEnd: () => expectSettled(true),
  };
}

/** What the sweep of a few minutes later does, and the jobs that it wakes. */
async function sweep(): Promise<void> {
  const now = plus(new Date(), 15 * MINUTE);
  await requeueEvents(db, now);
  await applyReceived(db);
  await checkOpenOrders(db, { now, appUrl: APP_URL, signal: new AbortController().signal });
}

async function expectBoughtOnce(team: TestTeam): Promise<void> {
  expect(await poolOf(team)).toBe(50);
  expect(await paymentsOf(db, team)).toHaveLength(1);
  expect(await ordersOf(team)).toMatchObject([{ status: 'paid' }]);
  const moves = await db.select().from(ledgerTransfer).where(eq(ledgerTransfer.organizationId, team.orgId));
  expect(moves.map(({ kind }) => kind)).toEqual(['purchase']);
  const mails = await selectRows<{ count: number }>(
    db,
    sql`select count(*)::int as count from mail
      where organization_id = ${team.orgId} and template = 'credits-added'`,
  );
  expect(mails).toEqual([{ count: 1 }]);
}

function ordersOf(team: TestTeam) {
  return selectRows<{ status: string; session: string | null }>(
    db,
    sql`select status, stripe_session_id as session from purchase_order where organization_id = ${team.orgId}`,
  );
}

/** Jobs in the queue about this event, generation or refund. */
async function jobsOf(id: string): Promise<number> {
  const rows = await selectRows(
    db,
    sql`select 1 as one from pgboss.job where ${id} in (data->>'eventId', data->>'generationId', data->>'refundId')`,
  );
  return rows.length;
}

function whoOf(team: TestTeam) {
  return { orgId: team.orgId, actor: team.owner.actor };
}
