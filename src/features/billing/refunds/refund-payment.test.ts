/** Money back through the real verbs, the real SDK and the stand-in: credits leave first and come back when Stripe says no. */
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { auditEvent } from '@/db/schema/audit';
import { payment as paymentTable, purchaseOrder } from '@/db/schema/billing';
import { mail, notice } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { allocateCredits } from '@/features/credits/allocate';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean, give, hold } from '../../../../tests/support/ledger';
import { buyPaid, paymentRow, refundsOf, scope, tell } from '../../../../tests/support/money';
import { buy, CARD, makePayingTeam, poolOf, stripe, withStripe } from '../../../../tests/support/payments';
import { getPayment } from '../payments/payment-queries';
import { executeRefund } from './execute-refund';
import { type RefundInput, refundPayment } from './refund-payment';

withStripe();

let db: Db;
let team: TestTeam;
let other: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
  other = await makePayingTeam();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

const ask = (paymentId: string, more: Partial<RefundInput> = {}) =>
  refundPayment(team.admin.ctx, {
    paymentId,
    reason: 'Bought too many',
    idempotencyKey: newId('request'),
    ...more,
  });

const chargeOf = (chargeId: string | null) => stripe.standIn.store.charges[chargeId ?? ''];

describe('asked for in the product', () => {
  test('the credits leave at once, the money goes once, with a credit note, notices and a mail', async () => {
    const paid = await buyPaid(team, 'starter');
    const answer = await ask(paid.id);
    expect(answer).toMatchObject({ status: 'pending', credits: 50, amountCents: 2_900 });
    expect(await poolOf(team)).toBe(0);
    await Promise.all([1, 2, 3].map(() => executeRefund(db, answer.refundId, scope())));
    await executeRefund(db, answer.refundId, scope());
    const [row] = await refundsOf(db, team, paid.id);
    expect(row).toMatchObject({
      status: 'succeeded',
      origin: 'product',
      actor: `member:${team.admin.memberId}`,
    });
    expect(row?.stripeRefundId).toMatch(/^re_/);
    expect(row?.creditNoteUrl).toBeTruthy();
    expect(chargeOf(paid.stripeChargeId)).toMatchObject({ amount_refunded: 2_900, refunded: true });
    expect((await paymentRow(db, paid.id)).refundedCents).toBe(2_900);
    await tell(db, 'charge.refunded', paid.stripeChargeId ?? '');
    await tell(db, 'refund.created', row?.stripeRefundId ?? '');
    expect(await refundsOf(db, team, paid.id)).toHaveLength(1);
    const notices = await db
      .select()
      .from(notice)
      .where(and(eq(notice.organizationId, team.orgId), eq(notice.type, 'refund.sent')));
    expect(notices.map(({ userId }) => userId).sort()).toEqual([team.owner.userId, team.admin.userId].sort());
    const mails = await db
      .select()
      .from(mail)
      .where(and(eq(mail.organizationId, team.orgId), eq(mail.template, 'refund-sent')));
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
      [team.owner.email, team.admin.email].sort(),
    );
    await expectLedgerClean(db);
  });

  test('part of it: a share of what was paid, discounts included; then the rest, to the cent', async () => {
    const paid = await buyPaid(team, 'professional', { promotionCode: 'HALF' });
    const part = await ask(paid.id, { credits: 7 });
    expect(part.amountCents).toBe(184);
    const rest = await ask(paid.id);
    expect(rest).toMatchObject({ credits: 143, amountCents: 3_950 - 184 });
    for (const { refundId } of [part, rest]) await executeRefund(db, refundId, scope());
    expect(chargeOf(paid.stripeChargeId)?.amount_refunded).toBe(3_950);
    expect((await paymentRow(db, paid.id)).refundedCents).toBe(3_950);
  });

  test('only unspent credits, the oldest spent first, and only from the pool', async () => {
    const first = await buyPaid(team, 'starter');
    const second = await buyPaid(team, 'starter');
    await give(team, 30);
    await hold(team, 10);
    // 30 in a wallet, 70 in the pool: all 100 exist, so nothing of either is spent.
    expect((await getPayment(team.admin.ctx, first.id, new Date())).refundable).toMatchObject({
      credits: 50,
    });
    await expect(ask(second.id, { credits: 51 })).rejects.toMatchObject({ code: 'conflict' });
    await ask(second.id);
    expect(await poolOf(team)).toBe(20);
    expect((await getPayment(team.admin.ctx, first.id, new Date())).refundable).toMatchObject({
      credits: 20,
    });
    await expect(ask(first.id, { credits: 21 })).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'changed', available: 20 },
    });
    await expectLedgerClean(db);
  });

  test('two at once never give back the same credits', async () => {
    const paid = await buyPaid(team, 'starter');
    const settled = await Promise.allSettled([1, 2, 3].map(() => ask(paid.id, { credits: 30 })));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await poolOf(team)).toBe(20);
  });

  test('the same key answers the same refund; for another amount it is refused', async () => {
    const paid = await buyPaid(team, 'starter');
    const idempotencyKey = newId('request');
    const answers = await Promise.all([1, 2, 3].map(() => ask(paid.id, { credits: 10, idempotencyKey })));
    expect(new Set(answers.map(({ refundId }) => refundId)).size).toBe(1);
    await expect(ask(paid.id, { credits: 11, idempotencyKey })).rejects.toMatchObject({
      code: 'idempotency_mismatch',
    });
    expect(await poolOf(team)).toBe(40);
  });

  test('after 30 days no more', async () => {
    const paid = await buyPaid(team);
    const input = { paymentId: paid.id, reason: 'late', idempotencyKey: newId('request') };
    await expect(
      refundPayment(team.admin.ctx, input, plus(new Date(), 30 * DAY + 60_000)),
    ).rejects.toMatchObject({ code: 'conflict', details: { reason: 'late' } });
    expect(await poolOf(team)).toBe(50);
  });

  test('above $500 in all it is for people at headcraft', async () => {
    const paid = await buyPaid(team, 2_000);
    await expect(ask(paid.id)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'large' } });
    await ask(paid.id, { credits: 900 });
    await expect(ask(paid.id, { credits: 101 })).rejects.toMatchObject({ details: { reason: 'large' } });
    await ask(paid.id, { credits: 100 });
    expect(await poolOf(team)).toBe(1_000);
  });

  test('a member may not; another team’s payment is not found; a free one has nothing to give', async () => {
    const paid = await buyPaid(team);
    const input = { paymentId: paid.id, reason: 'x', idempotencyKey: newId('request') };
    // Not even whether there is such a payment.
    for (const paymentId of [paid.id, 'pay_none']) {
      const attempt = refundPayment(team.member.ctx, { ...input, paymentId });
      await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(refundPayment(other.owner.ctx, input)).rejects.toMatchObject({ code: 'not_found' });
    const free = await buyPaid(team, 'starter', { promotionCode: 'FREE' });
    await expect(ask(free.id)).rejects.toMatchObject({ details: { reason: 'free' } });
    expect(await poolOf(team)).toBe(100);
  });

  test('a payment without credits is refused in words', async () => {
    const paid = await buyPaid(team);
    await db.update(paymentTable).set({ credits: 0 }).where(eq(paymentTable.id, paid.id));
    await expect(ask(paid.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('added no credits'),
      details: { reason: 'creditless' },
    });
    await db.update(paymentTable).set({ credits: 50 }).where(eq(paymentTable.id, paid.id));
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 53, '10'])('%s credits are refused', async (credits) => {
    const paid = await buyPaid(team);
    await expect(ask(paid.id, { credits: credits as number })).rejects.toThrow();
    expect(await poolOf(team)).toBe(50);
  });
});

describe('Stripe says no, or nothing', () => {
  test('a clear no returns the credits, once', async () => {
    const paid = await buyPaid(team);
    const { refundId } = await ask(paid.id);
    stripe.standIn.control.openDispute(paid.stripeChargeId ?? '');
    await executeRefund(db, refundId, scope());
    await executeRefund(db, refundId, scope());
    expect((await refundsOf(db, team, paid.id))[0]).toMatchObject({ status: 'failed', stripeRefundId: null });
    expect(await poolOf(team)).toBe(50);
    expect((await paymentRow(db, paid.id)).refundedCents).toBe(0);
    await expectLedgerClean(db);
  });

  test('no answer leaves it pending; a later try makes one refund', async () => {
    const paid = await buyPaid(team);
    const { refundId } = await ask(paid.id);
    const { client } = await stripeAccount();
    const create = client.refunds.create.bind(client.refunds);
    // Stripe made it, and its answer was lost.
    client.refunds.create = (async (...args: Parameters<typeof create>) => {
      await create(...args);
      throw new Error('socket hang up');
    }) as typeof create;
    await expect(executeRefund(db, refundId, scope())).rejects.toThrow('socket hang up');
    client.refunds.create = create;
    expect((await refundsOf(db, team, paid.id))[0]?.status).toBe('pending');
    // A day later Stripe has forgotten the key: the refund is found instead of made again.
    stripe.standIn.store.answers = {};
    await executeRefund(db, refundId, { ...scope(), now: plus(new Date(), 2 * DAY) });
    expect((await refundsOf(db, team, paid.id))[0]?.status).toBe('succeeded');
    expect(
      Object.values(stripe.standIn.store.refunds).filter(({ charge }) => charge === paid.stripeChargeId),
    ).toHaveLength(1);
  });

  test('a refund that fails days later gives the credits back, once', async () => {
    const paid = await buyPaid(team);
    const { refundId } = await ask(paid.id, { credits: 20 });
    await executeRefund(db, refundId, scope());
    const [row] = await refundsOf(db, team, paid.id);
    stripe.standIn.control.failRefund(row?.stripeRefundId ?? '');
    await tell(db, 'refund.failed', row?.stripeRefundId ?? '');
    await tell(db, 'refund.updated', row?.stripeRefundId ?? '');
    await tell(db, 'charge.refund.updated', row?.stripeRefundId ?? '');
    expect(await poolOf(team)).toBe(50);
    expect((await paymentRow(db, paid.id)).refundedCents).toBe(0);
    expect((await refundsOf(db, team, paid.id))[0]?.status).toBe('failed');
    await expectLedgerClean(db);
  });
});

test('what Stripe said of a refund before it succeeded changes nothing when it is read late', async () => {
  const paid = await buyPaid(team);
  const { refundId } = await ask(paid.id, { credits: 20 });
  await executeRefund(db, refundId, scope());
  const [row] = await refundsOf(db, team, paid.id);
  const stored = stripe.standIn.store.refunds[row?.stripeRefundId ?? ''];
  if (!stored) throw new Error('no refund');
  stored.status = 'pending';
  await tell(db, 'refund.updated', stored.id, plus(new Date(), DAY));
  stored.status = 'succeeded';
  expect(await refundsOf(db, team, paid.id)).toEqual([row]);
  const audits = await db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.subjectId, paid.id), eq(auditEvent.action, 'billing.refund_sent')));
  expect(audits).toHaveLength(1);
});

describe('made at Stripe', () => {
  test('takes the credits in proportion, once, however often it is told', async () => {
    const paid = await buyPaid(team);
    const charge = paid.stripeChargeId ?? '';
    stripe.standIn.control.refund(charge, 1_160);
    for (let times = 0; times < 3; times += 1) await tell(db, 'charge.refunded', charge);
    expect(await poolOf(team)).toBe(30);
    expect((await paymentRow(db, paid.id)).refundedCents).toBe(1_160);
    stripe.standIn.control.refund(charge);
    await Promise.all([1, 2, 3].map(() => tell(db, 'charge.refunded', charge)));
    expect(await poolOf(team)).toBe(0);
    expect((await paymentRow(db, paid.id)).refundedCents).toBe(2_900);
    expect((await refundsOf(db, team, paid.id)).map(({ origin, credits }) => [origin, credits])).toEqual([
      ['stripe', 20],
      ['stripe', 30],
    ]);
    await expectLedgerClean(db);
  });

  test('takes no credits that are spent or handed out', async () => {
    const paid = await buyPaid(team);
    await allocateCredits(team.admin.ctx, {
      memberId: team.member.memberId,
      amount: 45,
      idempotencyKey: newId('request'),
    });
    stripe.standIn.control.refund(paid.stripeChargeId ?? '');
    await tell(db, 'charge.refunded', paid.stripeChargeId ?? '');
    expect(await poolOf(team)).toBe(0);
    expect((await refundsOf(db, team, paid.id))[0]?.credits).toBe(5);
    await expectLedgerClean(db);
  });

  test('heard of before the payment: the payment is settled first', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    const intent = stripe.standIn.store.sessions[sessionId]?.payment_intent ?? '';
    const charge = stripe.standIn.store.paymentIntents[intent]?.latest_charge ?? '';
    stripe.standIn.control.refund(charge);
    expect(await tell(db, 'charge.refunded', charge)).toMatchObject({ status: 'applied' });
    const [order] = await db.select().from(purchaseOrder).where(eq(purchaseOrder.id, orderId));
    expect(order?.status).toBe('paid');
    expect(await poolOf(team)).toBe(0);
  });

  test('a charge of another amount is parked', async () => {
    const paid = await buyPaid(team);
    await db.update(paymentTable).set({ amountCents: 2_800 }).where(eq(paymentTable.id, paid.id));
    stripe.standIn.control.refund(paid.stripeChargeId ?? '', 100);
    expect(await tell(db, 'charge.refunded', paid.stripeChargeId ?? '')).toMatchObject({ status: 'parked' });
    expect(await poolOf(team)).toBe(50);
  });
});

test('every step is in the audit log', async () => {
  const paid = await buyPaid(team);
  const { refundId } = await ask(paid.id, { credits: 5 });
  await executeRefund(db, refundId, scope());
  const actions = await db
    .select({ action: auditEvent.action })
    .from(auditEvent)
    .where(and(eq(auditEvent.organizationId, team.orgId), eq(auditEvent.subjectId, paid.id)));
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['billing.refund', 'credits.take_back', 'billing.refund_sent']),
  );
});

test('its page: what happened, what is unspent, what can be refunded, the documents', async () => {
  const paid = await buyPaid(team);
  const { refundId } = await ask(paid.id, { credits: 20 });
  await executeRefund(db, refundId, scope());
  const page = await getPayment(team.admin.ctx, paid.id, new Date());
  expect(page).toMatchObject({
    label: 'Starter pack',
    unspent: 30,
    refundedCents: 1_160,
    refundable: { credits: 30, cents: 1_740, why: null },
  });
  expect(page.timeline.map(({ what }) => what)).toEqual(['ordered', 'paid', 'refund_asked', 'refunded']);
  expect(page.documents.map(({ kind }) => kind)).toEqual(['receipt', 'invoice', 'credit_note']);
  await expect(getPayment(other.owner.ctx, paid.id, new Date())).rejects.toMatchObject({ code: 'not_found' });
});
