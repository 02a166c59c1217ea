import { beforeAll, describe, expect, test } from 'vitest';
import { GET } from '@/app/api/teams/[teamId]/payments/route';
import type { Db } from '@/db/types';
import { testDatabase } from '../../../tests/support/database';
import type { TestMember, TestTeam } from '../../../tests/support/factories';
import {
  APP_URL,
  arrive,
  buy,
  CARD,
  DECLINED,
  makePayingTeam,
  stripe,
  withStripe,
} from '../../../tests/support/payments';
import { signIn } from '../../../tests/support/signed-in';
import { listPayments, type PaymentPage } from './queries';

withStripe();

let db: Db;
let team: TestTeam;
let other: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  team = await makePayingTeam();
  other = await makePayingTeam();
  const paid = await buy(team.owner, 'professional');
  stripe.standIn.page.pay(paid.sessionId, CARD);
  await arrive(db, 'checkout.session.completed', paid.sessionId);
  const declined = await buy(team.admin, 'starter');
  stripe.standIn.page.pay(declined.sessionId, DECLINED);
  const paymentId = stripe.standIn.store.sessions[declined.sessionId]?.payment_intent ?? '';
  await arrive(db, 'payment_intent.payment_failed', paymentId);
  const expired = await buy(team.owner, 'enterprise');
  stripe.standIn.page.expire(expired.sessionId);
  await arrive(db, 'checkout.session.expired', expired.sessionId);
  await buy(other.owner);
});

async function get(person: TestMember, teamId: string, query = ''): Promise<Response> {
  const request = new Request(`${APP_URL}/api/teams/${teamId}/payments${query}`, {
    headers: await signIn(person.userId),
  });
  return GET(request, { params: Promise.resolve({ teamId }) });
}

describe('GET /api/teams/[teamId]/payments', () => {
  test('newest first: paid with receipt and invoice, failed and expired without', async () => {
    const answer = await get(team.admin, team.slug);
    expect(answer.status).toBe(200);
    const { items, nextCursor } = (await answer.json()) as PaymentPage;
    expect(items.map((item) => [item.pack, item.status, item.credits, item.amountCents])).toEqual([
      ['enterprise', 'expired', 500, 19900],
      ['starter', 'failed', 50, 2900],
      ['professional', 'paid', 150, 7900],
    ]);
    expect(items[1]).toMatchObject({ failure: 'Your card was declined.', receiptUrl: null, paidAt: null });
    expect(items[2]?.receiptUrl).toContain('/documents/ch_');
    expect(items[2]?.invoiceUrl).toContain('/dev/invoices/in_');
    expect(nextCursor).toBeNull();
  });

  test('by cursor, one at a time, each once', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: PaymentPage = await listPayments(team.owner.ctx, {
        limit: 1,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map((item) => item.pack));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['enterprise', 'starter', 'professional']);
  });

  test('a member is forbidden, another team is not found', async () => {
    expect((await get(team.member, team.orgId)).status).toBe(403);
    expect((await get(other.owner, team.orgId)).status).toBe(404);
  });

  test.each([
    ['?limit=0', 422],
    ['?limit=1.5', 422],
    ['?limit=1000', 422],
    ['?page=2', 422],
    ['?cursor=bm90LWEtY3Vyc29y', 400],
  ])('%s is answered %d', async (query, status) => {
    expect((await get(team.owner, team.orgId, query)).status).toBe(status);
  });
});
