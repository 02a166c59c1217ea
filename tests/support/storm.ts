/**
 * Stripe at its worst: events doubled, shuffled, in parallel, some of them signed wrong, old or in the future, while workers die in
 * the middle of applying them. Afterwards every team has exactly what its payments brought.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { and, eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { payment, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { checkOpenOrders } from '@/features/billing/checkout/check-open-orders';
import { checkOrder } from '@/features/billing/checkout/check-order';
import { PACKS, type PackId } from '@/features/billing/price-list';
import { applyEvent } from '@/features/billing/webhook/apply-event';
import { requeueEvents } from '@/features/billing/webhook/requeue-events';
import { FAILPOINTS, type Failpoint, onFailpoint } from '@/lib/failpoint';
import { HOUR, MINUTE, plus } from '@/lib/time';
import type { TestTeam } from './factories';
import { expectLedgerClean } from './ledger';
import {
  APP_URL,
  buy,
  CARD,
  DECLINED,
  deliver,
  eventOf,
  makePayingTeam,
  poolOf,
  sign,
  stripe,
} from './payments';
import { inParallel, type Random } from './random';

export type StormOptions = {
  orders: number;
  teams: number;
  /** Of each event, at most. */
  deliveries: number;
  /** At once. */
  width: number;
  random: Random;
  /** Called now and then with how many deliveries are over. */
  onProgress?: (done: number, all: number) => void;
};

export type StormResult = { events: number; deliveries: number; refused: number; crashes: number };

/** Share of the applies that die, and of the deliveries that nobody should believe. */
const CRASHES = 0.1;
const FORGERIES = 0.2;

type Ordered = { team: TestTeam; orderId: string; credits: number; events: string[] };

/** Which apply this code runs in, and where it dies. */
const scene = new AsyncLocalStorage<{ dieAt: Failpoint | null }>();
const APPLY_POINTS = FAILPOINTS.filter(
  (point) => point.startsWith('purchase.') && !/ordered|opened|inbox/.test(point),
);

class Died extends Error {}

export async function runStorm(db: Db, options: StormOptions): Promise<StormResult> {
  const { random, width } = options;
  stripe.standIn.control.pauseWebhooks();
  const teams = await inParallel(
    Array.from({ length: options.teams }, () => makePayingTeam),
    4,
  );
  const orders = await inParallel(
    Array.from({ length: options.orders }, (_, at) => () => placeOrder(random.pick(teams), at, random)),
    8,
  );
  const forged = orders.map(({ events }) => ({
    ...JSON.parse(events[0] ?? ''),
    id: `evt_forged_${random.next()}`,
  }));
  const bodies = orders.flatMap(({ events }) => events);
  const result: StormResult = { events: bodies.length, deliveries: 0, refused: 0, crashes: 0 };
  const believed = new Set<string>();
  onFailpoint((point) => {
    const current = scene.getStore();
    if (current?.dieAt !== point) return;
    current.dieAt = null;
    result.crashes += 1;
    throw new Died(point);
  });
  try {
    const works = random.shuffle([
      ...bodies.flatMap((body) =>
        Array.from({ length: random.int(1, options.deliveries) }, () => () => arrive(body)),
      ),
      ...forged.map((event) => () => expectRefused(JSON.stringify(event))),
      ...orders.map((order) => () => lookAt(order)),
    ]);
    let done = 0;
    await inParallel(
      works.map((work) => async () => {
        await work();
        done += 1;
        if (done % 200 === 0) options.onProgress?.(done, works.length);
      }),
      width,
    );
    // Whatever had no 200 yet comes again.
    await inParallel(
      bodies.filter((body) => !believed.has(body)).map((body) => () => deliverWell(body)),
      width,
    );
  } finally {
    onFailpoint();
  }
  await sweep(db);
  await expectExactly();
  return result;

  async function arrive(body: string): Promise<void> {
    if (random.chance(FORGERIES)) await expectRefused(body);
    else await deliverWell(body);
  }

  /** A 200 means: it is in the inbox, now. */
  async function deliverWell(body: string): Promise<void> {
    const { id } = JSON.parse(body) as { id: string };
    result.deliveries += 1;
    const dieAt = random.chance(CRASHES)
      ? random.pick(['purchase.inbox-written', 'purchase.inbox-stored'] as const)
      : null;
    const { status } = await scene.run({ dieAt }, () => deliver(body, sign(body)));
    expect(status).toBe(dieAt ? 500 : 200);
    if (status !== 200) return;
    expect(await db.$count(stripeInbox, eq(stripeInbox.eventId, id)), 'acknowledged, so it is there').toBe(1);
    believed.add(body);
    // Now and then two workers have it, as after a job that was given out twice.
    await Promise.all(Array.from({ length: random.int(0, 2) }, () => apply(id)));
  }

  async function apply(id: string): Promise<void> {
    const dieAt = random.chance(CRASHES) ? random.pick(APPLY_POINTS) : null;
    try {
      await scene.run({ dieAt }, () => applyEvent(db, id, { now: new Date(), appUrl: APP_URL }));
    } catch (error) {
      if (!hasDied(error)) throw error;
    }
  }

  async function expectRefused(body: string): Promise<void> {
    const now = Math.floor(Date.now() / 1_000);
    const [text, signature] = random.pick([
      [body, sign(body, { secret: 'whsec_somebody_else' })],
      [body, sign(body, { timestamp: now - 600 })],
      [body, sign(body, { timestamp: now + 600 })],
      [`${body} `, sign(body)],
      [body, null],
    ] as const);
    result.refused += 1;
    expect((await deliver(text, signature)).status).toBe(400);
  }

  async function expectExactly(): Promise<void> {
    expect(await db.$count(stripeInbox, sql`event_id like 'evt_forged_%'`)).toBe(0);
    const left = await db
      .select({ type: stripeInbox.type, status: stripeInbox.status, why: stripeInbox.lastError })
      .from(stripeInbox)
      .where(sql`status not in ('applied', 'ignored')`);
    expect(left).toEqual([]);
    for (const team of teams) {
      const mine = orders.filter((order) => order.team === team);
      expect(await poolOf(team), team.slug).toBe(mine.reduce((sum, { credits }) => sum + credits, 0));
    }
    for (const { orderId, team } of orders) {
      const count = await db.$count(
        payment,
        and(eq(payment.orderId, orderId), eq(payment.organizationId, team.orgId)),
      );
      expect(count).toBeLessThanOrEqual(1);
    }
    await expectLedgerClean(db);
  }
}

function hasDied(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof Died) return true;
  return false;
}

/** The page where the buyer comes back looks by itself. */
async function lookAt({ team, orderId }: Ordered): Promise<void> {
  await checkOrder(team.owner.ctx, { orderId }, { now: new Date(), appUrl: APP_URL });
}

/** What the sweeps of the next hours do, and the jobs that they wake. */
async function sweep(db: Db): Promise<void> {
  const { signal } = new AbortController();
  for (let round = 1; round <= 100; round += 1) {
    const now = plus(new Date(), round * 20 * MINUTE);
    await requeueEvents(db, now);
    const received = await db
      .select({ id: stripeInbox.eventId })
      .from(stripeInbox)
      .where(eq(stripeInbox.status, 'received'));
    await inParallel(
      received.map(
        ({ id }) =>
          () =>
            applyEvent(db, id, { now, appUrl: APP_URL }),
      ),
      8,
    );
    if (received.length === 0 && round > 2) break;
  }
  for (let hour = 1; hour <= 4; hour += 1) {
    await checkOpenOrders(db, { now: plus(new Date(), hour * HOUR), appUrl: APP_URL, signal });
  }
}

/** One order and what becomes of it at Stripe, with the events that tell of it and one that tells a lie. */
async function placeOrder(team: TestTeam, at: number, random: Random): Promise<Ordered> {
  const pack = random.pick(['starter', 'professional', 'enterprise'] as const satisfies PackId[]);
  const { orderId, sessionId } = await buy(team.owner, pack);
  const { page, control, store } = stripe.standIn;
  const paymentOf = () => store.sessions[sessionId]?.payment_intent ?? '';
  const chargeOf = () => String(store.paymentIntents[paymentOf()]?.latest_charge ?? '');
  const types: [string, () => string][] = [
    ['checkout.session.completed', () => sessionId],
    ['checkout.session.async_payment_succeeded', () => sessionId],
    ['checkout.session.expired', () => sessionId],
  ];
  const paid = (): number => {
    types.push(['payment_intent.succeeded', paymentOf], ['payment_intent.payment_failed', paymentOf]);
    return PACKS[pack].credits;
  };
  const fates: (() => number)[] = [
    () => {
      page.pay(sessionId, CARD);
      return paid();
    },
    () => {
      page.pay(sessionId, DECLINED);
      page.pay(sessionId, CARD);
      return paid();
    },
    () => {
      page.pay(sessionId, { ...CARD, promotionCode: 'FREE' });
      return PACKS[pack].credits;
    },
    () => {
      page.payByBank(sessionId);
      page.settleBankPayment(sessionId, true);
      return paid();
    },
    () => {
      page.payByBank(sessionId);
      page.settleBankPayment(sessionId, false);
      return 0;
    },
    () => {
      page.pay(sessionId, DECLINED);
      return 0;
    },
    () => {
      page.expire(sessionId);
      return 0;
    },
    () => {
      page.pay(sessionId, CARD);
      paid();
      const { id } = control.refund(chargeOf());
      types.push(['charge.refunded', chargeOf], ['refund.created', () => id], ['refund.updated', () => id]);
      return 0;
    },
    () => {
      page.pay(sessionId, CARD);
      const credits = paid();
      const { id } = control.openDispute(chargeOf());
      const won = random.chance(0.5);
      control.closeDispute(id, won ? 'won' : 'lost');
      types.push(['charge.dispute.created', () => id], ['charge.dispute.closed', () => id]);
      return won ? credits : 0;
    },
  ];
  const fate = fates[at % fates.length];
  const credits = fate?.() ?? 0;
  return { team, orderId, credits, events: types.map(([type, object]) => eventOf(type, object())) };
}
