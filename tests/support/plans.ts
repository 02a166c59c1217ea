/** What Stripe would say about a plan, made by hand: facts for tests that need no server. */

import { eq, sql } from 'drizzle-orm';
import { vi } from 'vitest';
import type { Store as StripeStore } from '@/adapters/payments/stand-in/store';
import { stripeAccount } from '@/adapters/payments/stripe';
import { billingCustomer, planCycle, subscription } from '@/db/schema/billing';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import type { Outcome } from '@/features/billing/effects';
import { NO_MONEY } from '@/features/billing/payments/payment-money';
import { applyPlan, untilFresh } from '@/features/billing/plans/apply-plan';
import { createPlanCheckout } from '@/features/billing/plans/create-plan-checkout';
import { endPlan } from '@/features/billing/plans/end-plan';
import type { InvoiceFacts, LineFacts } from '@/features/billing/plans/invoice-facts';
import type { SubscriptionFacts } from '@/features/billing/plans/subscription-facts';
import { PLANS, type PlanId } from '@/features/billing/price-list';
import { webhookCtx } from '@/jobs/trusted-ctx';
import { newId } from '@/lib/ids';
import type { TestMember, TestTeam } from './factories';
import { APP_URL, applyReceived, CARD, makePayingTeam, stripe } from './payments';

export const NOW = new Date('2026-11-20T12:00:00Z');
/** The first of a month. */
export const month = (n: number) => new Date(Date.UTC(2026, 10 + n, 1));
export const day = (n: number, date: number) => new Date(Date.UTC(2026, 10 + n, date));

export type PlanTeam = TestTeam & { customerId: string };

/** A team with an open ledger and a customer at Stripe. */
export async function makePlanTeam(db: Db): Promise<PlanTeam> {
  const team = await makePayingTeam();
  const customerId = `cus_${newId('request')}`;
  await db.insert(billingCustomer).values({ organizationId: team.orgId, stripeCustomerId: customerId });
  return { ...team, customerId };
}

/** An active subscription of November. */
export function subscriptionOf(
  team: PlanTeam,
  plan: PlanId | null,
  values: Partial<SubscriptionFacts> = {},
): SubscriptionFacts {
  return {
    id: `sub_${team.orgId}`,
    customerId: team.customerId,
    status: 'active',
    plan,
    itemId: 'si_1',
    periodStart: month(0),
    periodEnd: month(1),
    cancelAtPeriodEnd: false,
    endedAt: null,
    createdAt: month(0),
    orderHint: null,
    latestInvoiceId: null,
    ...values,
  };
}

type Kind = 'create' | 'cycle' | 'update';

/** A paid invoice: of a whole month, or of the rest of one after an upgrade. */
export function invoiceOf(
  facts: SubscriptionFacts,
  kind: Kind,
  plan: PlanId,
  at: Date,
  values: Partial<InvoiceFacts> = {},
): InvoiceFacts {
  const id = `in_${kind}_${plan}_${at.getTime()}_${facts.id}`;
  const lines = linesOf(facts.id, kind, plan, at);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  return {
    id,
    customerId: facts.customerId,
    subscriptionId: facts.id,
    reason: `subscription_${kind}`,
    status: 'paid',
    currency: 'usd',
    subtotal: amount,
    discount: 0,
    addedTax: 0,
    tax: 0,
    total: amount,
    amountPaid: amount,
    balanceUsed: 0,
    letOff: 0,
    lines,
    createdAt: at,
    dueAt: null,
    failure: null,
    paidAt: at,
    invoiceUrl: `https://stripe.test/${id}`,
    paymentKey: `pi_${id}`,
    payments: [{ customerId: facts.customerId, currency: 'usd', status: 'succeeded', amount }],
    money: { ...NO_MONEY, chargeId: `ch_${id}` },
    ...values,
  };
}

function linesOf(subscriptionId: string, kind: Kind, plan: PlanId, at: Date): LineFacts[] {
  const line = { periodStart: at, subscriptionId };
  if (kind !== 'update') return [{ ...line, plan, amount: PLANS[plan].amountCents, proration: false }];
  return [
    { ...line, plan: 'plus', amount: -500, proration: true },
    { ...line, plan, amount: 1500, proration: true },
  ];
}

/** Applies what Stripe says, as a handler does after it asked. */
export async function apply(
  db: Db,
  team: PlanTeam,
  subscriptions: SubscriptionFacts[],
  invoices: InvoiceFacts[] = [],
  now = NOW,
): Promise<Outcome> {
  return untilFresh(async () => {
    const rows = await db.select().from(subscription).where(eq(subscription.organizationId, team.orgId));
    const seen = new Map(rows.map((row) => [row.stripeSubscriptionId, row.revision]));
    return db.transaction((transaction) => {
      const scope = {
        db: transaction as Db,
        now,
        appUrl: 'http://localhost:3000',
        ctxOf: (orgId: string) => webhookCtx(transaction as Db, orgId, 'evt_test'),
      };
      const { orgId, customerId } = team;
      return applyPlan(scope, { orgId, customerId, seen, subscriptions, invoices });
    });
  });
}

/** All rows of a team's subscriptions, oldest first. */
export async function planRows(db: Db, team: TestTeam) {
  return db
    .select()
    .from(subscription)
    .where(eq(subscription.organizationId, team.orgId))
    .orderBy(subscription.createdAt, subscription.id);
}

export async function cyclesOf(db: Db, team: TestTeam) {
  return db
    .select()
    .from(planCycle)
    .where(eq(planCycle.organizationId, team.orgId))
    .orderBy(planCycle.periodStart);
}

/** Orders a plan on Stripe's page and pays it there. */
export async function buyPlan(buyer: TestMember, plan: PlanId, card = CARD) {
  const bought = await orderPlan(buyer, plan);
  stripe.standIn.page.pay(bought.sessionId, card);
  return bought;
}

export async function orderPlan(buyer: TestMember, plan: PlanId, key = newId('request')) {
  const scope = { returnTo: APP_URL, appUrl: APP_URL, now: new Date() };
  const { orderId, url } = await createPlanCheckout(buyer.ctx, { plan, idempotencyKey: key }, scope);
  return { orderId, sessionId: url.split('/').at(-1) ?? '' };
}

/** Waits until every event of the stand-in lies in the inbox, and applies them all, also those that this causes. */
export async function settle(db: Db): Promise<void> {
  for (let rounds = 0; rounds < 5; rounds += 1) {
    await vi.waitFor(
      () => {
        if (stripe.standIn.store.events.some(isOnTheWay)) throw new Error('on the way');
      },
      { timeout: 20_000, interval: 20 },
    );
    await applyReceived(db);
    if (!(await runEndJobs(db))) return;
  }
}

function isOnTheWay(event: StripeStore['events'][number]): boolean {
  return event.pending_webhooks > 0 && !event._given_up;
}

/** Runs the jobs that end plans at Stripe; whether there were any. */
async function runEndJobs(db: Db): Promise<boolean> {
  const { client } = await stripeAccount();
  const rows = await selectRows<{ data: { stripeSubscriptionId: string; refund: boolean } }>(
    db,
    sql`delete from pgboss.job where name = 'billing.end-plan' returning data`,
  );
  for (const { data } of rows) await endPlan(client, data);
  return rows.length > 0;
}

/** The running plan's row. */
export async function runningPlan(db: Db, team: TestTeam) {
  const row = (await planRows(db, team)).find(({ endedAt }) => endedAt === null);
  if (!row) throw new Error('no plan is running');
  return row;
}

/** A test card that can be kept; every charge is declined. */
export const BROKEN = '4000000000000341';

/** Buys a plan and applies what Stripe then says. Answers its order. */
export async function startPlan(db: Db, team: TestTeam, plan: PlanId): Promise<string> {
  const { orderId } = await buyPlan(team.admin, plan);
  await settle(db);
  return orderId;
}

/** Moves Stripe's clock to the plan's next renewal. */
export async function renewPlan(db: Db, team: TestTeam): Promise<void> {
  stripe.standIn.control.moveToNextRenewal((await runningPlan(db, team)).stripeSubscriptionId);
  await settle(db);
}

/** The card that the team's plan is charged to from now on. */
export async function keepCard(db: Db, team: TestTeam, number: string): Promise<void> {
  const [row] = await db.select().from(billingCustomer).where(eq(billingCustomer.organizationId, team.orgId));
  stripe.standIn.control.attachCard(row?.stripeCustomerId ?? '', number);
  await settle(db);
}

/** Why events of any team were left for staff. */
export async function parkedReasons(db: Db): Promise<(string | null)[]> {
  const rows = await db.query.stripeInbox.findMany({ where: (inbox, is) => is.eq(inbox.status, 'parked') });
  return rows.map(({ lastError }) => lastError);
}
