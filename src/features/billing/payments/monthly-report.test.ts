/** The month's report against what was done in it, and the CSV of payments. */
import { eq, inArray, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { GET as listRoute } from '@/app/api/teams/[teamId]/payments/route';
import { organization } from '@/db/schema/auth';
import { payment, purchaseOrder } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { settleHold } from '@/features/credits/settle';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../../tests/support/database';
import { systemCtx, type TestTeam } from '../../../../tests/support/factories';
import { give, hold } from '../../../../tests/support/ledger';
import { buyPaid, refundsOf, scope, tell } from '../../../../tests/support/money';
import { APP_URL, buy, makePayingTeam, stripe, withStripe } from '../../../../tests/support/payments';
import { signIn } from '../../../../tests/support/signed-in';
import { executeRefund } from '../refunds/execute-refund';
import { refundPayment } from '../refunds/refund-payment';
import { getMonthlyReport, reportAllTeams } from './monthly-report';
import { paymentsCsv } from './payments-csv';
import { listSpending } from './spending';

withStripe();

const MONTH = new Date().toISOString().slice(0, 7);
const NEXT = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 1, 1))
  .toISOString()
  .slice(0, 7);

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
  team = await makePayingTeam();
  const first = await buyPaid(team, 'starter');
  const second = await buyPaid(team, 'professional');
  await buyPaid(await makePayingTeam(), 'enterprise');
  const { refundId } = await refundPayment(team.admin.ctx, {
    paymentId: first.id,
    credits: 10,
    reason: 'too many',
    idempotencyKey: newId('request'),
  });
  await executeRefund(db, refundId, scope());
  await give(team, 30);
  const generationId = await hold(team, 4);
  await settleHold(systemCtx(db, team.orgId), { generationId, amount: 3 });
  const { id } = stripe.standIn.control.openDispute(second.stripeChargeId ?? '', { amount: 3_950 });
  await tell(db, 'charge.dispute.created', id);
});

test('a month: what came, what went, what is outstanding, and the money beside it', async () => {
  const report = await getMonthlyReport(team.admin.ctx, MONTH);
  expect(report).toMatchObject({
    month: MONTH,
    credits: { opening: 0, sold: 200, granted: 0, used: 3, refunded: 10, chargedBack: 75, closing: 112 },
    reconciles: true,
  });
  const fee = (cents: number) => Math.round(cents * 0.029) + 30;
  // A dispute costs $15 besides.
  const fees = fee(2_900) + fee(7_900) + 1_500;
  expect(report.money).toEqual({
    payments: 2,
    paidCents: 10_800,
    taxCents: 0,
    refundedCents: 580,
    disputedCents: 3_950,
    feeCents: fees,
    netCents: 10_800 - 580 - 3_950 - fees,
  });
});

test('spending, month by month, is the money of the reports, for those who may see it', async () => {
  const now = new Date(`${NEXT}-15T12:00:00Z`);
  const months = await listSpending(team.admin.ctx, now, 12);
  expect(months).toHaveLength(12);
  expect(months.slice(-2)).toEqual([
    { month: MONTH, paidCents: 10_800, backCents: 4_530, spentCents: 6_270 },
    { month: NEXT, paidCents: 0, backCents: 0, spentCents: 0 },
  ]);
  expect(months.slice(0, -2).every(({ paidCents }) => paidCents === 0)).toBe(true);
  await expect(listSpending(team.member.ctx, now, 12)).rejects.toMatchObject({ code: 'forbidden' });
});

test('the next month opens with what this one closed with', async () => {
  const report = await getMonthlyReport(team.admin.ctx, NEXT);
  expect(report.credits).toMatchObject({ opening: 112, sold: 0, closing: 112 });
  expect(report.money.paidCents).toBe(0);
});

test('all organizations: one line each, and their sum', async () => {
  const { teams: lines, total: all } = await reportAllTeams(db, MONTH);
  expect(lines).toHaveLength(2);
  expect(all.credits.sold).toBe(700);
  expect(all.credits.closing).toBe(lines.reduce((sum, { credits }) => sum + credits.closing, 0));
  expect(all.reconciles).toBe(true);
});

test('a balance that is not the sum of its transfers does not reconcile', async () => {
  let reconciles: boolean | null = null;
  await db
    .transaction(async (undone) => {
      await undone.execute(sql`set local session_replication_role = replica`);
      await undone.execute(sql`
        update ledger_entry set delta = delta + 1 where version = 1 and account_id = (
          select id from ledger_account where organization_id = ${team.orgId} and kind = 'pool')`);
      const inside = undone as unknown as Db;
      ({ reconciles } = await getMonthlyReport({ ...team.admin.ctx, db: inside }, MONTH));
      undone.rollback();
    })
    .catch((error: unknown) => {
      if (reconciles === null) throw error;
    });
  expect(reconciles).toBe(false);
});

test.each(['2026-13', '2026-1', '', '2026-11-01', "2026-11' or 1=1"])('"%s" is no month', async (month) => {
  await expect(reportAllTeams(db, month)).rejects.toThrow();
  await expect(getMonthlyReport(team.admin.ctx, month)).rejects.toThrow();
});

test('payments as CSV: fees, net, refunds and disputes; no text becomes a formula', async () => {
  await db.update(organization).set({ name: '=cmd()' }).where(eq(organization.id, team.orgId));
  await db.update(payment).set({ label: '=HYPERLINK("x")' }).where(eq(payment.credits, 50));
  await db.update(purchaseOrder).set({ poNumber: '+1,5' }).where(eq(purchaseOrder.credits, 50));
  const request = new Request(`${APP_URL}/api/teams/${team.slug}/payments?format=csv`, {
    headers: await signIn(team.admin.userId),
  });
  const answer = await listRoute(request, { params: Promise.resolve({ teamId: team.slug }) });
  expect(answer.headers.get('content-type')).toContain('text/csv');
  const [head, professional, starter, ...rest] = (await answer.text()).split('\r\n');
  expect(head).toBe(
    'Date (UTC),Number,What,Credits,Amount,Tax,Refunded,Disputed,Fee,Net,Currency,Status,PO number,Invoice,Receipt',
  );
  expect(professional).toContain(',Professional pack,150,79.00,0.00,0.00,39.50,2.59,36.91,USD,disputed,,');
  expect(starter).toContain(`,"'=HYPERLINK(""x"")",50,29.00,0.00,5.80,0.00,1.14,22.06,USD,paid,"'+1,5",`);
  expect(rest).toEqual(['']);
});

test('a refund that fails in a later month comes back then: a month that is over stays as it was', async () => {
  const buyer = await makePayingTeam();
  const paid = await buyPaid(buyer, 'starter');
  const { refundId } = await refundPayment(buyer.admin.ctx, {
    paymentId: paid.id,
    credits: 10,
    reason: 'too many',
    idempotencyKey: newId('request'),
  });
  await executeRefund(db, refundId, scope());
  const before = (await getMonthlyReport(buyer.admin.ctx, MONTH)).money;
  expect(before.refundedCents).toBe(580);
  const [row] = await refundsOf(db, buyer, paid.id);
  stripe.standIn.control.failRefund(row?.stripeRefundId ?? '');
  await tell(db, 'refund.failed', row?.stripeRefundId ?? '', new Date(`${NEXT}-03T12:00:00Z`));
  expect((await getMonthlyReport(buyer.admin.ctx, MONTH)).money).toEqual(before);
  expect((await getMonthlyReport(buyer.admin.ctx, NEXT)).money).toMatchObject({
    refundedCents: -580,
    netCents: 580,
  });
});

test('a member may not read it, and nobody another team’s', async () => {
  await expect(getMonthlyReport(team.member.ctx, MONTH)).rejects.toMatchObject({ code: 'forbidden' });
  const other = await makePayingTeam();
  expect((await getMonthlyReport(other.admin.ctx, MONTH)).money.paidCents).toBe(0);
});

test('more than an integer holds is added up', async () => {
  const buyer = await makePayingTeam();
  const [one, two] = [await buyPaid(buyer, 'starter'), await buyPaid(buyer, 'starter')];
  const theirs = inArray(payment.id, [one.id, two.id]);
  await db.update(payment).set({ amountCents: 2_000_000_000 }).where(theirs);
  expect((await getMonthlyReport(buyer.admin.ctx, MONTH)).money.paidCents).toBe(4_000_000_000);
  const months = await listSpending(buyer.admin.ctx, new Date(), 1);
  expect(months[0]?.paidCents).toBe(4_000_000_000);
  await db.update(payment).set({ amountCents: 2_900 }).where(theirs);
});

test('what was not paid has no amount in the CSV', async () => {
  const buyer = await makePayingTeam();
  await buy(buyer.owner, 'starter');
  const csv = await new Response(await paymentsCsv(buyer.admin.ctx)).text();
  expect(csv.split('\r\n')[1]).toContain(',Starter pack,50,,,,,,,USD,pending,');
});
