/** A plan's life through the local Stripe: real SDK, real webhooks, a clock that is moved. */
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { auditEvent } from '@/db/schema/audit';
import type { Db } from '@/db/types';
import { DAY } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import {
  APP_URL,
  CARD,
  DECLINED,
  makePayingTeam,
  orderRow,
  paymentsOf,
  poolOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import {
  BROKEN,
  buyPlan,
  keepCard,
  orderPlan,
  parkedReasons,
  planRows,
  renewPlan,
  runningPlan,
  settle,
  startPlan,
} from '../../../../tests/support/plans';
import { checkOrder } from '../checkout/check-order';
import { getEntitlements } from '../entitlements';
import type { PlanId } from '../price-list';
import { cancelPlan, resumePlan } from './cancel-plan';
import { changePlan } from './change-plan';
import { openPortal } from './open-portal';
import { getPlan } from './plan-queries';
import { previewChange } from './preview-change';
import { refreshPlan } from './refresh-plan';

withStripe();

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

const scope = () => ({ now: new Date(), appUrl: APP_URL });
const tier = async () => (await getEntitlements({ db, orgId: team.orgId }, new Date())).tier;
const plan = async () => (await getPlan(team.admin.ctx, new Date())).plan;

const renew = () => renewPlan(db, team);
const useCard = (number: string) => keepCard(db, team, number);
const start = (id: PlanId) => startPlan(db, team, id);

describe('a change of a plan that is not answered', () => {
  const raise = () => changePlan(team.admin.ctx, { plan: 'pro' }, scope());
  const told = /^We could not confirm this with Stripe\. Look at your plan before you try again\.$/;

  test('it was charged: nobody says that it was not, and a second try charges nothing more', async () => {
    await start('plus');
    stripe.standIn.control.fail({
      how: 'broken',
      method: 'POST',
      path: '/v1/subscriptions',
      done: true,
      times: 3,
    });
    await expect(raise()).rejects.toThrow(told);
    stripe.standIn.control.stopFailing();
    expect(await raise()).toMatchObject({ plan: { id: 'pro' } });
    await settle(db);
    expect((await paymentsOf(db, team)).map(({ amountCents }) => amountCents).sort()).toEqual([2_000, 999]);
  });

  test('it is done, and only the payment cannot be read yet', async () => {
    await start('plus');
    stripe.standIn.control.fail({ how: 'broken', method: 'GET', path: '/v1/payment_intents', times: 100 });
    await expect(raise()).rejects.toThrow(told);
    stripe.standIn.control.stopFailing();
    await settle(db);
    expect(await plan()).toMatchObject({ id: 'pro' });
    expect(await poolOf(team)).toBe(60);
  });
});

test('bought, renewed, raised, lowered, cancelled, ended', async () => {
  const orderId = await start('plus');
  expect(await orderRow(db, orderId)).toMatchObject({ kind: 'plan', status: 'paid', failure: null });
  expect(await paymentsOf(db, team)).toMatchObject([
    { orderId, kind: 'plan', amountCents: 999, credits: 20 },
  ]);
  expect(await plan()).toMatchObject({ id: 'plus', nextPlan: null, status: 'active', monthlyCredits: 20 });
  expect([await tier(), await poolOf(team)]).toEqual(['plus', 20]);

  await renew();
  expect(await poolOf(team)).toBe(40);

  // Late in the period as early: the whole difference is paid for all of its credits.
  stripe.standIn.control.moveClock(27 * DAY);
  expect(await previewChange(team.admin.ctx, { plan: 'pro' })).toMatchObject({
    kind: 'upgrade',
    credits: 40,
    dueNowCents: 2_000,
  });
  expect(await changePlan(team.admin.ctx, { plan: 'pro' }, scope())).toMatchObject({
    tier: 'pro',
    why: 'plan',
    plan: { id: 'pro', nextPlan: null },
  });
  const raised = (await paymentsOf(db, team)).find(({ label }) => label.startsWith('Upgrade to Pro'));
  expect(raised).toMatchObject({ credits: 40, amountCents: 2_000 });
  await settle(db);
  expect(await poolOf(team)).toBe(80);

  await changePlan(team.admin.ctx, { plan: 'plus' }, scope());
  await settle(db);
  expect(await plan()).toMatchObject({ id: 'pro', nextPlan: 'plus' });
  expect(await tier()).toBe('pro');
  expect(await previewChange(team.admin.ctx, { plan: 'pro' })).toMatchObject({ kind: 'keep' });
  const paidBefore = (await paymentsOf(db, team)).length;
  await changePlan(team.admin.ctx, { plan: 'pro' }, scope());
  await settle(db);
  expect(await plan()).toMatchObject({ id: 'pro', nextPlan: null });
  expect(await paymentsOf(db, team)).toHaveLength(paidBefore);
  expect(await previewChange(team.admin.ctx, { plan: 'plus' })).toMatchObject({ kind: 'downgrade' });
  await changePlan(team.admin.ctx, { plan: 'plus' }, scope());
  await renew();
  expect(await plan()).toMatchObject({ id: 'plus', nextPlan: null });
  expect([await tier(), await poolOf(team)]).toEqual(['plus', 100]);

  expect((await cancelPlan(team.admin.ctx, scope())).plan).toMatchObject({ cancelAtPeriodEnd: true });
  expect((await resumePlan(team.admin.ctx, scope())).plan).toMatchObject({ cancelAtPeriodEnd: false });
  await cancelPlan(team.admin.ctx, scope());
  await cancelPlan(team.admin.ctx, scope());
  await settle(db);
  expect(await tier()).toBe('plus');
  await renew();
  expect(await planRows(db, team)).toMatchObject([{ status: 'canceled', cancelAtPeriodEnd: false }]);
  expect([await tier(), await poolOf(team), await plan()]).toEqual(['free', 100, null]);
  expect((await paymentsOf(db, team)).map(({ credits }) => credits).sort()).toEqual([20, 20, 20, 40]);

  const audits = await db.select().from(auditEvent).where(eq(auditEvent.organizationId, team.orgId));
  const mine = audits.filter(({ actor }) => actor === `member:${team.admin.memberId}`);
  expect(mine.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['billing.change_plan', 'billing.cancel_plan', 'billing.resume_plan']),
  );
  expect(mine.filter(({ action }) => action === 'billing.cancel_plan')).toHaveLength(2);
  expect(await parkedReasons(db)).toEqual([]);
  await expectLedgerClean(db);
});

describe('a renewal that fails', () => {
  test('has its grace; with a card that works it goes on', async () => {
    await start('plus');
    await useCard(BROKEN);
    await renew();
    expect(await plan()).toMatchObject({ status: 'past_due' });
    expect([await tier(), await poolOf(team)]).toEqual(['plus', 20]);
    await expect(changePlan(team.admin.ctx, { plan: 'pro' }, scope())).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('The last payment of the Plus plan failed.'),
    });
    await expect(orderPlan(team.admin, 'pro')).rejects.toMatchObject({ code: 'conflict' });
    await useCard(CARD.number);
    stripe.standIn.control.moveClock(3 * DAY);
    await settle(db);
    expect(await plan()).toMatchObject({ status: 'active', pastDueSince: null, graceUntil: null });
    expect(await poolOf(team)).toBe(40);
    expect(await parkedReasons(db)).toEqual([]);
  });

  test('ends when Stripe gives up, and a new plan can be bought', async () => {
    await start('pro');
    await useCard(BROKEN);
    await renew();
    stripe.standIn.control.moveClock(16 * DAY);
    await settle(db);
    expect(await planRows(db, team)).toMatchObject([{ plan: 'pro', status: 'canceled' }]);
    expect([await tier(), await poolOf(team)]).toEqual(['free', 60]);
    await buyPlan(team.admin, 'plus');
    await settle(db);
    expect([await tier(), await poolOf(team)]).toEqual(['plus', 80]);
    await expectLedgerClean(db);
  });
});

test('a declined card raises nothing and says so', async () => {
  await start('plus');
  await useCard(BROKEN);
  const raise = changePlan(team.admin.ctx, { plan: 'pro' }, scope());
  await expect(raise).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Nothing changed, not charged.'),
    details: { reason: 'card_declined' },
  });
  await settle(db);
  expect(await plan()).toMatchObject({ id: 'plus', nextPlan: null, status: 'active' });
  expect(await poolOf(team)).toBe(20);
  await useCard(CARD.number);
  expect((await changePlan(team.admin.ctx, { plan: 'pro' }, scope())).plan).toMatchObject({ id: 'pro' });
  expect(await poolOf(team)).toBe(60);
});

test('what an upgrade costs is said also when Stripe gives no price; our own mistakes are not hidden', async () => {
  await start('plus');
  const { stripeSubscriptionId } = await runningPlan(db, team);
  const { subscriptions } = stripe.standIn.store;
  const kept = subscriptions[stripeSubscriptionId];
  if (!kept) throw new Error('no subscription');
  delete subscriptions[stripeSubscriptionId];
  expect(await previewChange(team.admin.ctx, { plan: 'pro' })).toMatchObject({
    kind: 'upgrade',
    dueNowCents: null,
    differenceCents: 2_000,
  });
  subscriptions[stripeSubscriptionId] = { ...kept, customer: '' };
  await expect(previewChange(team.admin.ctx, { plan: 'pro' })).rejects.toThrow('has no customer');
  subscriptions[stripeSubscriptionId] = kept;
});

test('a declined card on the payment page starts nothing', async () => {
  const { orderId, sessionId } = await orderPlan(team.admin, 'plus');
  stripe.standIn.page.pay(sessionId, DECLINED);
  await settle(db);
  expect(await planRows(db, team)).toEqual([]);
  expect([await tier(), await poolOf(team)]).toEqual(['free', 0]);
  expect(await orderRow(db, orderId)).toMatchObject({
    status: 'failed',
    failure: 'Your card was declined.',
    resolvedAt: null,
  });
  stripe.standIn.page.pay(sessionId, CARD);
  await settle(db);
  expect(await orderRow(db, orderId)).toMatchObject({ status: 'paid', failure: null });
  expect(await poolOf(team)).toBe(20);
});

test.each([
  ['HALF', 499],
  ['FREE', 0],
])('the code %s: %i cents for the first month, all of its credits', async (promotionCode, amountCents) => {
  const { orderId, sessionId } = await orderPlan(team.admin, 'plus');
  stripe.standIn.page.pay(sessionId, { ...CARD, promotionCode });
  await settle(db);
  const [paid] = await paymentsOf(db, team);
  expect(paid).toMatchObject({ orderId, credits: 20 });
  expect(Math.abs((paid?.amountCents ?? 0) - amountCents)).toBeLessThanOrEqual(1);
  expect(await poolOf(team)).toBe(20);
});

describe('without webhooks', () => {
  test('the page where the buyer comes back starts the plan, once, with what comes later', async () => {
    stripe.reachable = false;
    const { orderId } = await buyPlan(team.admin, 'plus');
    const check = () => checkOrder(team.admin.ctx, { orderId }, scope());
    await Promise.all([check(), check(), check()]);
    stripe.reachable = true;
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'paid' });
    expect([await tier(), await poolOf(team)]).toEqual(['plus', 20]);
    await settle(db);
    expect(await paymentsOf(db, team)).toHaveLength(1);
    await expectLedgerClean(db);
  });

  test('a sweep finds renewals, a raise and the end', async () => {
    await start('plus');
    const { client } = await stripeAccount();
    const { stripeSubscriptionId } = await runningPlan(db, team);
    stripe.standIn.control.pauseWebhooks();
    stripe.standIn.control.moveToNextRenewal(stripeSubscriptionId);
    const { items } = await client.subscriptions.retrieve(stripeSubscriptionId);
    const product = (await client.products.create({ name: 'Pro' })).id;
    await client.subscriptions.update(stripeSubscriptionId, {
      items: [
        {
          id: items.data[0]?.id,
          price_data: { currency: 'usd', product, recurring: { interval: 'month' }, unit_amount: 2999 },
        },
      ],
      proration_behavior: 'always_invoice',
    });
    const asking = { db, stripe: client, job: 'billing.reconcile', ...scope() };
    const sweep = () => refreshPlan(asking, team.orgId, stripeSubscriptionId);
    expect(await sweep()).toEqual({ status: 'applied' });
    expect([await tier(), await poolOf(team)]).toEqual(['pro', 80]);
    await client.subscriptions.cancel(stripeSubscriptionId);
    await sweep();
    await sweep();
    expect([await tier(), await poolOf(team)]).toEqual(['free', 80]);
    stripe.standIn.control.resumeWebhooks();
    await settle(db);
    expect(await poolOf(team)).toBe(80);
    expect(await paymentsOf(db, team)).toHaveLength(3);
    await expectLedgerClean(db);
  });
});

test('two pages paid at once: one plan runs, the other is ended and its money goes back', async () => {
  const first = await orderPlan(team.admin, 'plus');
  const second = await orderPlan(team.owner, 'pro');
  stripe.standIn.page.pay(first.sessionId, CARD);
  stripe.standIn.page.pay(second.sessionId, CARD);
  await settle(db);
  const rows = await planRows(db, team);
  const running = rows.find(({ endedAt }) => endedAt === null);
  expect(rows.map(({ status }) => status).sort()).toEqual(['active', 'duplicate']);
  expect(await poolOf(team)).toBe(running?.plan === 'pro' ? 60 : 20);
  const refused = running?.plan === 'pro' ? first : second;
  const kept = running?.plan === 'pro' ? second : first;
  expect(await orderRow(db, kept.orderId)).toMatchObject({ status: 'paid' });
  expect(await orderRow(db, refused.orderId)).toMatchObject({ status: 'cancelled' });
  const back = (await paymentsOf(db, team)).find(({ label }) => label.endsWith('bought twice'));
  expect(back).toMatchObject({ credits: 0 });
  expect(back?.refundedCents).toBe(back?.amountCents);
  const { client } = await stripeAccount();
  const statuses = await Promise.all(
    rows.map(
      async ({ stripeSubscriptionId }) => (await client.subscriptions.retrieve(stripeSubscriptionId)).status,
    ),
  );
  expect(statuses.sort()).toEqual(['active', 'canceled']);
  await expectLedgerClean(db);
});

test('the portal is opened with one configuration, which is found again; an older one is left alone', async () => {
  const { client } = await stripeAccount();
  await client.billingPortal.configurations.create({
    metadata: { headcraft_portal: '1' },
    features: {
      customer_update: { enabled: true, allowed_updates: ['name'] },
      invoice_history: { enabled: true },
    },
  });
  const { url } = await openPortal(team.admin.ctx, { returnTo: APP_URL, flow: 'update-card' });
  expect(url).toContain('/dev/portal/');
  await openPortal(team.owner.ctx, { returnTo: APP_URL });
  const { data } = await client.billingPortal.configurations.list();
  const mine = data.filter(({ metadata }) => metadata?.headcraft_portal === '2');
  expect(mine).toHaveLength(1);
  // Our pages own the buyer's details and the change of a plan.
  expect(mine[0]?.features).toMatchObject({
    customer_update: { enabled: false },
    subscription_update: { enabled: false },
    payment_method_update: { enabled: true },
    invoice_history: { enabled: true },
    subscription_cancel: { enabled: true, mode: 'at_period_end' },
  });
});

test('a member may do none of it; without a plan there is nothing to change', async () => {
  const { ctx } = team.member;
  const refused = [
    orderPlan(team.member, 'plus'),
    changePlan(ctx, { plan: 'pro' }, scope()),
    previewChange(ctx, { plan: 'pro' }),
    cancelPlan(ctx, scope()),
    resumePlan(ctx, scope()),
    openPortal(ctx, { returnTo: APP_URL }),
    getPlan(ctx, new Date()),
  ];
  for (const attempt of refused) await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  const other = await makePayingTeam();
  await start('plus');
  await expect(cancelPlan(other.owner.ctx, scope())).rejects.toMatchObject({ code: 'conflict' });
  expect(await getPlan(other.owner.ctx, new Date())).toMatchObject({ tier: 'free', why: 'none', plan: null });
  await expect(orderPlan(team.owner, 'pro')).rejects.toMatchObject({
    code: 'conflict',
    details: { plan: 'plus' },
  });
});
