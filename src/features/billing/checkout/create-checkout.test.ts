import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { POST } from '@/app/api/stripe/create-checkout/route';
import { auditEvent } from '@/db/schema/audit';
import { billingCustomer, purchaseOrder } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../../tests/support/database';
import type { TestMember, TestTeam } from '../../../../tests/support/factories';
import {
  APP_URL,
  buy,
  makePayingTeam,
  orderRow,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { signIn } from '../../../../tests/support/signed-in';
import { getOrder } from '../queries';
import { createCheckout } from './create-checkout';

withStripe();

let db: Db;
let team: TestTeam;
let other: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  team = await makePayingTeam();
  other = await makePayingTeam();
});

async function post(person: TestMember, body: unknown, key?: string): Promise<Response> {
  const { cookie } = await signIn(person.userId);
  const headers = { cookie, 'Content-Type': 'application/json', ...(key ? { 'Idempotency-Key': key } : {}) };
  const request = new Request(`${APP_URL}/api/stripe/create-checkout`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({}) });
}

describe('createCheckout', () => {
  test('writes the order with the price sold, then opens a page that asks for exactly that', async () => {
    const { orderId, sessionId, url } = await buy(team.admin, 'professional');
    expect(await orderRow(db, orderId)).toMatchObject({
      organizationId: team.orgId,
      memberId: team.admin.memberId,
      status: 'pending',
      credits: 150,
      amountCents: 7900,
      stripeSessionId: sessionId,
      checkoutUrl: url,
    });
    expect(stripe.standIn.store.sessions[sessionId]).toMatchObject({
      amount_total: 7900,
      currency: 'usd',
      client_reference_id: team.orgId,
      allow_promotion_codes: true,
      invoice_creation: { enabled: true },
      metadata: { order_id: orderId, organization_id: team.orgId },
      success_url: `${APP_URL}/teams/${team.slug}/credits/buy/${orderId}`,
    });
    const audits = await db
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.action, 'billing.checkout'), eq(auditEvent.subjectId, orderId)));
    expect(audits).toHaveLength(1);
  });

  test('a member may not buy', async () => {
    await expect(buy(team.member)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('an order of another team is not found', async () => {
    const { orderId } = await buy(team.admin);
    await expect(getOrder(other.owner.ctx, orderId, new Date())).rejects.toMatchObject({ code: 'not_found' });
  });

  test('the same key answers the same order and page, also at once; with another pack it is refused', async () => {
    const key = newId('request');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => buy(team.owner, 'starter', key)));
    expect(new Set(answers.map((answer) => answer.orderId)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.url)).size).toBe(1);
    await expect(buy(team.owner, 'enterprise', key)).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  });

  test('an order that has ended opens no second page', async () => {
    const key = newId('request');
    const { orderId } = await buy(team.owner, 'starter', key);
    // We died before the page's address was written down, and a webhook paid the order.
    const ended = { stripeSessionId: null, checkoutUrl: null, resolvedAt: new Date() };
    const sessions = Object.keys(stripe.standIn.store.sessions).length;
    for (const status of ['paid', 'expired'] as const) {
      await db
        .update(purchaseOrder)
        .set({ ...ended, status })
        .where(eq(purchaseOrder.id, orderId));
      await expect(buy(team.owner, 'starter', key)).rejects.toMatchObject({ code: 'conflict' });
    }
    expect(Object.keys(stripe.standIn.store.sessions)).toHaveLength(sessions);
    expect((await orderRow(db, orderId)).checkoutUrl).toBeNull();
  });

  test('one customer a team, whoever buys, also at once', async () => {
    const fresh = await makePayingTeam();
    await Promise.all([buy(fresh.owner), buy(fresh.admin), buy(fresh.owner)]);
    const rows = await db
      .select()
      .from(billingCustomer)
      .where(eq(billingCustomer.organizationId, fresh.orgId));
    expect(rows).toHaveLength(1);
    const made = Object.values(stripe.standIn.store.customers).filter(
      (customer) => customer.metadata.organization_id === fresh.orgId,
    );
    expect(made.map((customer) => customer.id)).toEqual([rows[0]?.stripeCustomerId]);
  });

  test('a customer that Stripe no longer knows is made anew', async () => {
    const fresh = await makePayingTeam();
    await buy(fresh.owner);
    const [before] = await db
      .select()
      .from(billingCustomer)
      .where(eq(billingCustomer.organizationId, fresh.orgId));
    delete stripe.standIn.store.customers[before?.stripeCustomerId ?? ''];
    const { sessionId } = await buy(fresh.owner);
    const customer = stripe.standIn.store.sessions[sessionId]?.customer ?? '';
    expect(stripe.standIn.store.customers[customer]).toBeDefined();
    expect(customer).not.toBe(before?.stripeCustomerId);
  });

  test.each(['gold', '', 'toString'])('no pack is called "%s"', async (pack) => {
    const input = { pack, idempotencyKey: newId('request') } as Parameters<typeof createCheckout>[1];
    await expect(createCheckout(team.admin.ctx, input, APP_URL)).rejects.toThrow(/billing\.input\.pack/);
  });
});

describe('a custom number of credits', () => {
  test('is sold at its own price, named on the page', async () => {
    const { orderId, sessionId } = await buy(team.admin, 300);
    expect(await orderRow(db, orderId)).toMatchObject({
      kind: 'custom',
      pack: 'custom',
      credits: 300,
      amountCents: 15_000,
    });
    const session = stripe.standIn.store.sessions[sessionId];
    expect(session?.amount_total).toBe(15_000);
    expect(session?._lines[0]?.description).toBe('Custom pack, 300 credits');
  });

  test.each([0, -1, 150, 10_001, 200.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '300', null, [300]])(
    '%s is refused and writes nothing',
    async (credits) => {
      const before = await db.$count(purchaseOrder);
      const input = { credits, idempotencyKey: newId('request') } as {
        credits: number;
        idempotencyKey: string;
      };
      await expect(createCheckout(team.admin.ctx, input, APP_URL)).rejects.toThrow(/151 to 10,000/);
      const answer = await post(team.admin, { teamId: team.orgId, credits });
      expect(answer.status).toBe(422);
      expect(await db.$count(purchaseOrder)).toBe(before);
    },
  );

  test('neither a pack nor credits is refused; the same key for other credits too', async () => {
    expect((await post(team.admin, { teamId: team.orgId })).status).toBe(422);
    const key = newId('request');
    await buy(team.owner, 200, key);
    await expect(buy(team.owner, 201, key)).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  });
});

describe('POST /api/stripe/create-checkout', () => {
  test('answers the order and the page', async () => {
    const answer = await post(team.admin, { teamId: team.slug, pack: 'starter' }, newId('request'));
    expect(answer.status).toBe(200);
    const { orderId, url } = (await answer.json()) as { orderId: string; url: string };
    expect(url).toContain('/dev/checkout/cs_test_');
    expect(await orderRow(db, orderId)).toMatchObject({ credits: 50, amountCents: 2900 });
  });

  test.each([
    ['a price', { price: 1 }, 422],
    ['an amount', { amountCents: 1 }, 422],
    ['credits', { credits: 1_000_000 }, 422],
    ['a pack that is not sold', { pack: 'gold' }, 422],
    ['zero for a pack', { pack: 0 }, 422],
  ])('%s from the client is refused and writes nothing', async (_what, extra, status) => {
    const before = await db.$count(purchaseOrder);
    const answer = await post(team.admin, { teamId: team.orgId, pack: 'starter', ...extra });
    expect(answer.status).toBe(status);
    expect(await db.$count(purchaseOrder)).toBe(before);
  });

  test('a member is forbidden; another team is not found; nobody is not signed in', async () => {
    const body = { teamId: team.orgId, pack: 'starter' };
    expect((await post(team.member, body)).status).toBe(403);
    expect((await post(other.owner, body)).status).toBe(404);
    const request = new Request(`${APP_URL}/api/stripe/create-checkout`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect((await POST(request, { params: Promise.resolve({}) })).status).toBe(401);
  });
});
