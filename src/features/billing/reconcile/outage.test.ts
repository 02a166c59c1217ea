/** Three days without a single webhook, then one sweep: everything is there, once. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { auditEvent } from '@/db/schema/audit';
import { dispute, payment, reconciliation, refund, stripeInbox } from '@/db/schema/billing';
import { ledgerTransfer } from '@/db/schema/credits';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, HOUR, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import {
  APP_URL,
  buy,
  CARD,
  DECLINED,
  makePayingTeam,
  poolOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { buyPlan } from '../../../../tests/support/plans';
import { orderByInvoice } from '../invoices/order-by-invoice';
import { startOf } from './reached';
import { type ReconcileReport, reconcile } from './reconcile';

withStripe();

const TEAMS = 10;
const PLANS = 4;
const OUTAGE = 72 * HOUR;

let db: Db;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});

/** What the hourly job does, at the time of the local Stripe. */
async function sweep(): Promise<ReconcileReport> {
  const { client } = await stripeAccount();
  const now = stripe.standIn.control.now();
  return reconcile({ db, stripe: client, from: await startOf(db, now), now, appUrl: APP_URL, repair: true });
}

const chargeOf = (sessionId: string): string => {
  const intent = stripe.standIn.store.sessions[sessionId]?.payment_intent ?? '';
  return stripe.standIn.store.paymentIntents[intent]?.latest_charge ?? '';
};

type Bought = { credits: number; cents: number };
type Happening = (team: TestTeam) => Promise<Bought>;

const NOTHING: Bought = { credits: 0, cents: 0 };
const page = () => stripe.standIn.page;
const control = () => stripe.standIn.control;

/** A page for this, and what happens on it; answers what the team must have of it in the end. */
function bought(
  what: Parameters<typeof buy>[1],
  full: Bought,
  happens: (sessionId: string, full: Bought) => Bought | undefined,
): Happening {
  return async (team) => {
    const { sessionId } = await buy(team.owner, what);
    return happens(sessionId, full) ?? full;
  };
}

const STARTER: Bought = { credits: 50, cents: 2_900 };
const PROFESSIONAL: Bought = { credits: 150, cents: 7_900 };
const CUSTOM: Bought = { credits: 160, cents: 8_000 };

const plain = (what: Parameters<typeof buy>[1], full: Bought) =>
  bought(what, full, (id) => void page().pay(id, CARD));

/** Each happens once in every team. The first ones pay nothing; one is free; all others are paid. */
const UNPAID: Happening[] = [
  bought('starter', NOTHING, (id) => void page().pay(id, DECLINED)),
  bought('starter', NOTHING, (id) => void page().expire(id)),
  bought('starter', NOTHING, (id) => {
    page().payByBank(id);
    page().settleBankPayment(id, false);
    return undefined;
  }),
];
const FREE: Happening[] = [
  bought(
    'starter',
    { credits: 50, cents: 0 },
    (id) => void page().pay(id, { ...CARD, promotionCode: 'FREE' }),
  ),
];
const PAID: Happening[] = [
  bought('starter', STARTER, (id) => {
    page().payByBank(id);
    page().settleBankPayment(id, true);
    return undefined;
  }),
  bought(
    'starter',
    { credits: 50, cents: 1_450 },
    (id) => void page().pay(id, { ...CARD, promotionCode: 'HALF' }),
  ),
  bought('professional', PROFESSIONAL, (id, full) => {
    page().pay(id, CARD);
    control().refund(chargeOf(id));
    return { ...full, credits: 0 };
  }),
  bought('starter', STARTER, (id, full) => {
    page().pay(id, CARD);
    control().refund(chargeOf(id), 580);
    return { ...full, credits: full.credits - 10 };
  }),
  bought('starter', STARTER, (id, full) => {
    page().pay(id, CARD);
    control().failRefund(control().refund(chargeOf(id), 580).id);
    return full;
  }),
  bought('starter', STARTER, (id, full) => {
    page().pay(id, CARD);
    control().openDispute(chargeOf(id));
    return { ...full, credits: 0 };
  }),
  bought('professional', PROFESSIONAL, (id, full) => {
    page().pay(id, CARD);
    control().closeDispute(control().openDispute(chargeOf(id)).id, 'won');
    return full;
  }),
  bought(160, CUSTOM, (id, full) => {
    page().pay(id, CARD);
    control().closeDispute(control().openDispute(chargeOf(id)).id, 'lost');
    return { ...full, credits: 0 };
  }),
  async (team) => {
    const order = { pack: 'enterprise' as const, idempotencyKey: newId('request') };
    const { orderId } = await orderByInvoice(team.admin.ctx, order);
    const { invoices } = stripe.standIn.store;
    const sent = Object.values(invoices).find(({ metadata }) => metadata?.order_id === orderId);
    control().payInvoiceByBank(sent?.id ?? '');
    return { credits: 500, cents: 19_900 };
  },
  ...Array.from({ length: 8 }, () => plain(160, CUSTOM)),
  ...Array.from({ length: 7 }, () => plain('professional', PROFESSIONAL)),
  ...Array.from({ length: 6 }, () => plain('starter', STARTER)),
];
const ALL = [...UNPAID, ...FREE, ...PAID];

test('webhooks off for 72 hours with more than 300 payments, then one sweep', async () => {
  const teams = await Promise.all(Array.from({ length: TEAMS }, makePayingTeam));
  const planned = teams.slice(0, PLANS);
  for (const team of planned) await buyPlan(team.admin, 'plus');
  await sweep();
  for (const team of planned) expect(await poolOf(team)).toBe(20);
  // The job has run every hour until the outage begins, a day before the plans renew.
  const renewal = Math.min(
    ...Object.values(stripe.standIn.store.subscriptions).map(
      ({ items }) => (items.data[0]?.current_period_end ?? 0) * 1_000,
    ),
  );
  control().moveClock(renewal - DAY - control().now().getTime());
  const before = await sweep();
  expect([before.repaired, before.differences]).toEqual([0, []]);

  const expected = new Map(teams.map((team) => [team, planned.includes(team) ? 40 : 0]));
  let cents = 0;
  for (const happens of ALL) {
    await Promise.all(
      teams.map(async (team) => {
        const one = await happens(team);
        expected.set(team, (expected.get(team) ?? 0) + one.credits);
        cents += one.cents;
      }),
    );
    control().moveClock(OUTAGE / ALL.length);
  }
  // Nothing has arrived: only what the buyers' own orders wrote.
  for (const team of teams) expect(await poolOf(team)).toBe(planned.includes(team) ? 20 : 0);
  expect(await db.$count(payment)).toBe(PLANS);

  const report = await sweep();

  expect(report.from).toEqual(plus(before.to, -2 * HOUR));
  expect(report.differences).toEqual([]);
  for (const team of teams) expect(await poolOf(team), team.slug).toBe(expected.get(team));
  const paidOnes = TEAMS * PAID.length;
  expect(paidOnes).toBeGreaterThanOrEqual(300);
  expect(await db.$count(payment, sql`amount_cents > 0`)).toBe(paidOnes + 2 * PLANS);
  expect(await db.$count(payment)).toBe(paidOnes + TEAMS + 2 * PLANS);
  const [{ sum } = { sum: 0 }] = await db
    .select({ sum: sql<number>`sum(amount_cents)`.mapWith(Number) })
    .from(payment)
    .where(sql`${payment.kind} <> 'plan'`);
  expect(sum).toBe(cents);
  const refunds = await db.select({ status: refund.status, origin: refund.origin }).from(refund);
  expect(refunds.filter(({ status }) => status === 'succeeded')).toHaveLength(2 * TEAMS);
  expect(refunds.every(({ origin }) => origin === 'stripe')).toBe(true);
  const disputes = await db.select({ status: dispute.status }).from(dispute);
  expect(disputes.map(({ status }) => status).sort()).toEqual(
    ['lost', 'open', 'won'].flatMap((status) => Array.from({ length: TEAMS }, () => status)),
  );
  expect(report.totals.oursCents).toBe(report.totals.stripeCents);
  expect(await db.$count(stripeInbox, sql`status not in ('applied', 'ignored')`)).toBe(0);
  expect(await db.$count(payment, sql`fee_cents is null and amount_cents > 0`)).toBe(0);
  await expectLedgerClean(db);

  const rows = () =>
    Promise.all(
      [payment, refund, dispute, ledgerTransfer, auditEvent, stripeInbox, mail].map((t) => db.$count(t)),
    );
  const all = await rows();
  control().moveClock(HOUR);
  const again = await sweep();
  expect([again.repaired, again.differences]).toEqual([0, []]);
  expect(await rows()).toEqual(all);
  expect(await db.$count(reconciliation, eq(reconciliation.repaired, 0))).toBe(2);
}, 300_000);
