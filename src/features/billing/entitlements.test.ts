/** Each way to a tier, and each way to lose it, from the rows that payments and plans leave. */
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dispute, payment, purchaseOrder, refund, subscription } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { getEntitlements, getStanding, listTiers } from './entitlements';
import type { PackId, PlanId } from './price-list';

const NOW = new Date('2026-11-20T12:00:00Z');

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  team = await makeTeam(db);
});

const tier = async () => (await getEntitlements({ db, orgId: team.orgId }, NOW)).tier;

type Paid = { pack?: PackId; plan?: PlanId; amountCents?: number; refundedCents?: number; paidAt?: Date };

async function pay({ pack = 'starter', plan, amountCents = 2900, ...paid }: Paid = {}): Promise<string> {
  const orderId = newId('order');
  const order = { id: orderId, organizationId: team.orgId, memberId: team.owner.memberId };
  await db.insert(purchaseOrder).values({
    ...order,
    idempotencyKey: orderId,
    requestHash: orderId,
    kind: plan ? 'plan' : 'pack',
    pack: plan ?? pack,
    credits: 50,
    amountCents,
    priceVersion: 'test',
    status: 'paid',
  });
  const id = newId('payment');
  await db.insert(payment).values({
    id,
    organizationId: team.orgId,
    kind: plan ? 'plan' : 'pack',
    orderId,
    stripePaymentId: id,
    amountCents,
    currency: 'usd',
    credits: 50,
    paidAt: NOW,
    ...paid,
  });
  return id;
}

async function disputed(paymentId: string, status: 'open' | 'won' | 'lost', amountCents = 2900) {
  await db.insert(dispute).values({
    id: newId('dispute'),
    organizationId: team.orgId,
    paymentId,
    stripeDisputeId: newId('dispute'),
    amountCents,
    credits: 0,
    status,
  });
}

async function run(plan: PlanId, values: Partial<typeof subscription.$inferInsert> = {}): Promise<void> {
  const id = newId('subscription');
  await db.insert(subscription).values({
    id,
    organizationId: team.orgId,
    stripeSubscriptionId: id,
    plan,
    status: 'active',
    periodStart: plus(NOW, -10 * DAY),
    periodEnd: plus(NOW, 20 * DAY),
    ...values,
  });
}

describe('a plan', () => {
  test.each([
    [{ status: 'active' }, 'pro'],
    [{ status: 'trialing' }, 'pro'],
    [{ status: 'past_due', pastDueSince: plus(NOW, -14 * DAY + 1) }, 'pro'],
    [{ status: 'past_due', pastDueSince: plus(NOW, -14 * DAY) }, 'free'],
    [{ status: 'active', periodEnd: plus(NOW, -14 * DAY + 1) }, 'pro'],
    [{ status: 'active', periodEnd: plus(NOW, -14 * DAY) }, 'free'],
    [{ status: 'trialing', periodEnd: plus(NOW, -14 * DAY) }, 'free'],
    [{ status: 'unpaid' }, 'free'],
    [{ status: 'incomplete' }, 'free'],
    [{ status: 'canceled', endedAt: NOW }, 'free'],
    [{ status: 'active', endedAt: NOW }, 'free'],
    [{ cancelAtPeriodEnd: true }, 'pro'],
    [{ cancelAtPeriodEnd: true, periodEnd: NOW }, 'free'],
    [{ nextPlan: 'plus' }, 'pro'],
  ] satisfies [Partial<typeof subscription.$inferInsert>, string][])('%o: %s', async (values, expected) => {
    await run('pro', values);
    expect(await tier()).toBe(expected);
  });

  test('of another team gives nothing, and its paid months give no tier of their own', async () => {
    await run('pro');
    const mine = team;
    team = await makeTeam(db);
    expect(await tier()).toBe('free');
    team = mine;
    await db.update(subscription).set({ endedAt: NOW }).where(eq(subscription.organizationId, team.orgId));
    await pay({ plan: 'pro', amountCents: 2999 });
    expect(await tier()).toBe('free');
  });
});

describe('bought credits', () => {
  test.each([
    [{}, 'plus'],
    [{ amountCents: 0 }, 'plus'],
    [{ refundedCents: 1450 }, 'plus'],
    [{ refundedCents: 1451 }, 'free'],
    [{ refundedCents: 2900 }, 'free'],
    [{ paidAt: plus(NOW, -2000 * DAY) }, 'plus'],
  ] satisfies [Paid, string][])('%o: %s', async (paid, expected) => {
    await pay(paid);
    expect(await tier()).toBe(expected);
  });

  test.each([
    ['open', 2900, 'free'],
    ['lost', 2900, 'free'],
    ['won', 2900, 'plus'],
    ['lost', 1450, 'plus'],
    ['lost', 1451, 'free'],
  ] as const)('a dispute that is %s over %i cents: %s', async (status, amountCents, expected) => {
    await disputed(await pay(), status, amountCents);
    expect(await tier()).toBe(expected);
  });

  test('refunds and disputes add up; another payment still counts', async () => {
    const paymentId = await pay({ refundedCents: 1000 });
    await disputed(paymentId, 'open', 450);
    expect(await tier()).toBe('plus');
    await disputed(paymentId, 'lost', 1);
    expect(await tier()).toBe('free');
    await pay();
    expect(await tier()).toBe('plus');
  });
});

test('a refund that was asked for counts before Stripe has it, and no more when it failed', async () => {
  const id = newId('refund');
  await db.insert(refund).values({
    id,
    organizationId: team.orgId,
    paymentId: await pay(),
    origin: 'product',
    amountCents: 2_842,
    credits: 49,
    actor: 'test',
    idempotencyKey: id,
    requestHash: '',
  });
  expect(await tier()).toBe('free');
  await db.update(refund).set({ status: 'failed' }).where(eq(refund.id, id));
  expect(await tier()).toBe('plus');
});

describe('an Enterprise pack', () => {
  test.each([
    [{ pack: 'enterprise', paidAt: new Date('2025-11-20T12:00:01Z') }, 'pro'],
    [{ pack: 'enterprise', paidAt: new Date('2025-11-20T12:00:00Z') }, 'plus'],
    [{ pack: 'enterprise', amountCents: 19_900, refundedCents: 9_950 }, 'pro'],
    [{ pack: 'enterprise', amountCents: 19_900, refundedCents: 9_951 }, 'free'],
    [{ pack: 'enterprise', amountCents: 0 }, 'pro'],
    [{ pack: 'professional' }, 'plus'],
  ] satisfies [Paid, string][])('%o: %s', async (paid, expected) => {
    await pay(paid);
    expect(await tier()).toBe(expected);
  });

  test('that was charged back gives nothing; the newest decides until when', async () => {
    await disputed(await pay({ pack: 'enterprise' }), 'lost');
    expect(await tier()).toBe('free');
    await pay({ pack: 'enterprise', paidAt: new Date('2026-03-01T00:00:00Z') });
    const { proUntil } = await getStanding({ db, orgId: team.orgId }, NOW);
    expect(proUntil).toEqual(new Date('2027-03-01T00:00:00Z'));
    // Pages say until when, unless the plan is Pro anyway.
    expect((await getEntitlements({ db, orgId: team.orgId }, NOW)).proUntil).toEqual(proUntil);
    await run('pro');
    expect((await getEntitlements({ db, orgId: team.orgId }, NOW)).proUntil).toBeNull();
  });
});

test('many teams at once, unknown ones are Free', async () => {
  const [first, second] = [team, await makeTeam(db)];
  await run('plus');
  team = second;
  await pay({ pack: 'enterprise' });
  const tiers = await listTiers(db, [first.orgId, second.orgId, 'org_none'], NOW);
  expect(Object.fromEntries(tiers)).toEqual({
    [first.orgId]: 'plus',
    [second.orgId]: 'pro',
    org_none: 'free',
  });
});
