/** Disputes through the real SDK and the stand-in: credits go when the bank takes the money and come back when it is won. */
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { dispute, purchaseOrder } from '@/db/schema/billing';
import { mail, notice } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { holdCredits } from '@/features/credits/hold';
import { getOverview } from '@/features/credits/queries';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean, give } from '../../../../tests/support/ledger';
import { buyPaid, scope, tell } from '../../../../tests/support/money';
import { buy, makePayingTeam, poolOf, stripe, withStripe } from '../../../../tests/support/payments';
import { getOpenDisputes, getPayment } from '../payments/payment-queries';
import { listPayments } from '../queries';
import { executeRefund } from '../refunds/execute-refund';
import { refundPayment } from '../refunds/refund-payment';

withStripe();

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

const rows = () => db.select().from(dispute).where(eq(dispute.organizationId, team.orgId));

test('opened: the credits go, the rest is owed and blocks; won: everything comes back, once', async () => {
  const paid = await buyPaid(team);
  await give(team, 40);
  const generationId = newId('generation');
  await holdCredits(team.member.ctx, { generationId, memberId: team.member.memberId, amount: 15 });
  const { id } = stripe.standIn.control.openDispute(paid.stripeChargeId ?? '');
  for (const type of ['created', 'funds_withdrawn', 'updated']) await tell(db, `charge.dispute.${type}`, id);
  // 10 from the pool, 25 unheld in the wallet, 15 held stay held: owed.
  expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 0, wallets: 15, held: 15, owed: 15 });
  expect(await getOpenDisputes(team.admin.ctx)).toMatchObject([
    { paymentId: paid.id, label: 'Starter pack', amountCents: 2_900, credits: 50 },
  ]);
  expect((await listPayments(team.admin.ctx, {})).items[0]).toMatchObject({ disputed: 'open' });
  stripe.standIn.control.closeDispute(id, 'won');
  await Promise.all([1, 2].map(() => tell(db, 'charge.dispute.closed', id)));
  await tell(db, 'charge.dispute.funds_reinstated', id);
  expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 10, wallets: 40, held: 15, owed: 0 });
  expect(await rows()).toMatchObject([{ status: 'won', credits: 50 }]);
  const types = await db
    .select({ type: notice.type })
    .from(notice)
    .where(and(eq(notice.organizationId, team.orgId), eq(notice.userId, team.admin.userId)));
  expect(types.map(({ type }) => type).filter((type) => type.startsWith('dispute'))).toEqual([
    'dispute.open',
    'dispute.won',
  ]);
  const mails = await db.select().from(mail).where(eq(mail.organizationId, team.orgId));
  expect(mails.filter(({ template }) => template === 'payment-disputed')).toHaveLength(4);
  await expectLedgerClean(db);
});

test('lost: they stay taken', async () => {
  const paid = await buyPaid(team);
  const { id } = stripe.standIn.control.openDispute(paid.stripeChargeId ?? '');
  await tell(db, 'charge.dispute.created', id);
  stripe.standIn.control.closeDispute(id, 'lost');
  await tell(db, 'charge.dispute.closed', id);
  await tell(db, 'charge.dispute.created', id);
  expect(await poolOf(team)).toBe(0);
  expect(await rows()).toMatchObject([{ status: 'lost', credits: 50 }]);
  // Stripe's time of a plan's first payment is cut to its second, and so may lie before the order that it paid.
  const ordered = new Date((paid.paidAt ?? paid.createdAt).getTime() + 300);
  await db
    .update(purchaseOrder)
    .set({ createdAt: ordered })
    .where(eq(purchaseOrder.organizationId, team.orgId));
  expect((await getPayment(team.admin.ctx, paid.id, new Date())).timeline.map(({ what }) => what)).toEqual([
    'ordered',
    'paid',
    'disputed',
    'dispute_lost',
  ]);
});

test('heard of first when it is over: lost takes, won never took', async () => {
  const lost = await buyPaid(team);
  const won = await buyPaid(team, 'professional');
  const first = stripe.standIn.control.openDispute(lost.stripeChargeId ?? '');
  const second = stripe.standIn.control.openDispute(won.stripeChargeId ?? '');
  stripe.standIn.control.closeDispute(first.id, 'lost');
  stripe.standIn.control.closeDispute(second.id, 'won');
  for (const { id } of [first, second]) {
    await tell(db, 'charge.dispute.closed', id);
    await tell(db, 'charge.dispute.created', id);
  }
  expect(await poolOf(team)).toBe(150);
  await expectLedgerClean(db);
});

test('a part of the payment takes its share; what a refund took is not taken again', async () => {
  const paid = await buyPaid(team);
  const { refundId } = await refundPayment(team.admin.ctx, {
    paymentId: paid.id,
    credits: 20,
    reason: 'too many',
    idempotencyKey: newId('request'),
  });
  await executeRefund(db, refundId, scope());
  const { id } = stripe.standIn.control.openDispute(paid.stripeChargeId ?? '', { amount: 580 });
  await tell(db, 'charge.dispute.created', id);
  expect(await poolOf(team)).toBe(20);
  await expect(
    refundPayment(team.admin.ctx, { paymentId: paid.id, reason: 'x', idempotencyKey: newId('request') }),
  ).rejects.toMatchObject({ details: { reason: 'disputed' } });
});

test('an inquiry takes nothing until money is taken', async () => {
  const paid = await buyPaid(team);
  const { id } = stripe.standIn.control.openDispute(paid.stripeChargeId ?? '');
  const stored = stripe.standIn.store.disputes[id];
  if (!stored) throw new Error('no dispute');
  stored.status = 'warning_needs_response';
  await tell(db, 'charge.dispute.created', id);
  expect([await poolOf(team), await rows()]).toEqual([50, []]);
  stored.status = 'needs_response';
  await tell(db, 'charge.dispute.updated', id);
  expect(await poolOf(team)).toBe(0);
});

test('disputed the moment it is paid: the payment is settled first', async () => {
  const { sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, { number: '4000000000000259', expiry: '12/40', cvc: '123' });
  const [opened] = Object.values(stripe.standIn.store.disputes).slice(-1);
  expect(await tell(db, 'charge.dispute.created', opened?.id ?? '')).toMatchObject({ status: 'applied' });
  expect(await poolOf(team)).toBe(0);
  expect(await rows()).toMatchObject([{ status: 'open', credits: 50 }]);
  await expectLedgerClean(db);
});

test('the next pack repays what is owed first', async () => {
  const paid = await buyPaid(team);
  await give(team, 50);
  const generationId = newId('generation');
  await holdCredits(team.member.ctx, { generationId, memberId: team.member.memberId, amount: 50 });
  const { id } = stripe.standIn.control.openDispute(paid.stripeChargeId ?? '');
  await tell(db, 'charge.dispute.created', id);
  expect((await getOverview(team.admin.ctx)).owed).toBe(50);
  await buyPaid(team, 'professional');
  expect(await getOverview(team.admin.ctx)).toMatchObject({ owed: 0, pool: 100 });
  await expectLedgerClean(db);
});
