/** The month's report against what was done in it, and the CSV of payments. */
import { eq, sql } from 'drizzle-orm';
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
import { buyPaid, scope, tell } from '../../../../tests/support/money';
import { APP_URL, makePayingTeam, stripe, withStripe } from '../../../../tests/support/payments';
import { signIn } from '../../../../tests/support/signed-in';
import { executeRefund } from '../refunds/execute-refund';
import { refundPayment } from '../refunds/refund-payment';
import { monthlyReport, reportMonth } from './monthly-report';
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
  const report = await monthlyReport(db, { month: MONTH, orgId: team.orgId });
  expect(report).toMatchObject({
    month: MONTH,
    credits: { opening: 0, sold: 200, granted: 0, used: 3, refunded: 10, chargedBack: 75, closing: 112 },
    reconciles: true,
  });
  const fee = (cents: number) => Math.round(cents * 0.029) + 30;
  const fees = fee(2_900) + fee(7_900);
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
  const report = await monthlyReport(db, { month: NEXT, orgId: team.orgId });
  expect(report.credits).toMatchObject({ opening: 112, sold: 0, closing: 112 });
  expect(report.money.paidCents).toBe(0);
});

test('all organizations: one line each, and their sum', async () => {
  const lines = await reportMonth(db, MONTH);
  expect(lines).toHaveLength(2);
  const all = await monthlyReport(db, { month: MONTH });
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
      ({ reconciles } = await monthlyReport(inside, { month: MONTH, orgId: team.orgId }));
      undone.rollback();
    })
    .catch((error: unknown) => {
      if (reconciles === null) throw error;
    });
  expect(reconciles).toBe(false);
});

test.each(['2026-13', '2026-1', '', '2026-11-01', "2026-11' or 1=1"])('"%s" is no month', async (month) => {
  await expect(monthlyReport(db, { month })).rejects.toThrow();
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
