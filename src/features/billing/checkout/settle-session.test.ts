/** What arrives for an order, through the stand-in's real webhooks: credits once, or nothing at all. */
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '@/adapters/payments/stand-in/objects/checkout';
import { auditEvent } from '@/db/schema/audit';
import { member, organization } from '@/db/schema/auth';
import { purchaseOrder } from '@/db/schema/billing';
import { mail, notice, teamEvent } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { findMyWallet } from '@/features/credits/queries';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import {
  APP_URL,
  applyReceived,
  arrive,
  buy,
  CARD,
  DECLINED,
  deliver,
  eventOf,
  inboxOf,
  makePayingTeam,
  orderRow,
  paymentsOf,
  poolOf,
  sign,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { checkOrder } from './check-order';

withStripe();

const COMPLETED = 'checkout.session.completed';

let db: Db;
let team: TestTeam;
let other: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  team = await makePayingTeam();
  other = await makePayingTeam();
});

/** Sends a real, signed event about this object and applies it. */
async function send(type: string, objectId: string): Promise<void> {
  const body = eventOf(type, objectId);
  expect((await deliver(body, sign(body))).status).toBe(200);
  await applyReceived(db);
}

function session(id: string): Session {
  const found = stripe.standIn.store.sessions[id];
  if (!found) throw new Error(`no session ${id}`);
  return found;
}

async function expectNothingGranted(): Promise<void> {
  expect([await poolOf(team), await poolOf(other)]).toEqual([0, 0]);
  expect([...(await paymentsOf(db, team)), ...(await paymentsOf(db, other))]).toEqual([]);
  await expectLedgerClean(db);
}

describe('a paid order', () => {
  test('becomes credits in the pool, with a payment, audit, notices, an event and a mail', async () => {
    const { orderId, sessionId } = await buy(team.admin, 'professional');
    stripe.standIn.page.pay(sessionId, CARD);
    await arrive(db, COMPLETED, sessionId);
    expect(await poolOf(team)).toBe(150);
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'paid', failure: null });
    const [paid] = await paymentsOf(db, team);
    expect(paid).toMatchObject({ orderId, amountCents: 7900, credits: 150, currency: 'usd' });
    expect(paid).toMatchObject({ kind: 'pack', label: 'Professional pack', taxCents: 0 });
    expect(paid?.stripeChargeId).toMatch(/^ch_/);
    expect(paid?.stripePaymentId).toBe(session(sessionId).payment_intent);
    expect(paid?.receiptUrl).toContain('/dev/checkout/documents/ch_');
    expect(paid?.invoiceUrl).toContain('/dev/invoices/in_');
    const audits = await db
      .select()
      .from(auditEvent)
      .where(eq(auditEvent.subjectId, paid?.id ?? ''));
    expect(audits.map((event) => event.action).sort()).toEqual(['billing.payment', 'credits.purchase']);
    const notices = await db.select().from(notice).where(eq(notice.organizationId, team.orgId));
    expect(notices.map((row) => row.userId).sort()).toEqual([team.admin.userId, team.owner.userId].sort());
    expect(notices[0]).toMatchObject({ title: '150 credits added', href: `/teams/${team.slug}/billing` });
    const [written] = await db.select().from(mail).where(eq(mail.recipient, team.admin.email));
    expect(written).toMatchObject({
      template: 'credits-added',
      subject: `150 credits added to Team ${team.slug}`,
    });
    const events = await db
      .select()
      .from(teamEvent)
      .where(and(eq(teamEvent.organizationId, team.orgId), eq(teamEvent.type, 'payment.changed')));
    expect(events.map((event) => event.data)).toEqual([{ orderId, status: 'paid' }]);
    await expectLedgerClean(db);
  });

  test('grants once, whichever event, page or sweep comes first and however often', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    const paymentId = session(sessionId).payment_intent ?? '';
    const check = () => checkOrder(team.owner.ctx, { orderId }, { now: new Date(), appUrl: APP_URL });
    const types = [
      ['payment_intent.succeeded', paymentId],
      ['checkout.session.async_payment_succeeded', sessionId],
      [COMPLETED, sessionId],
    ] as const;
    await Promise.all([...types.map(([type, id]) => send(type, id)), check(), check()]);
    await send(COMPLETED, sessionId);
    await check();
    expect(await poolOf(team)).toBe(50);
    expect(await paymentsOf(db, team)).toHaveLength(1);
    const seen = [...(await inboxOf(db, sessionId)), ...(await inboxOf(db, paymentId))];
    expect(seen.filter((event) => event.status === 'parked')).toEqual([]);
    await expectLedgerClean(db);
  });

  test.each(['payment_intent.succeeded', COMPLETED])('%s alone is enough', async (type) => {
    stripe.reachable = false;
    const { sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    await send(type, type === COMPLETED ? sessionId : (session(sessionId).payment_intent ?? ''));
    stripe.reachable = true;
    expect(await poolOf(team)).toBe(50);
  });

  test('a team of one: the credits lie in its owner’s wallet', async () => {
    await db.update(organization).set({ kind: 'solo' }).where(eq(organization.id, team.orgId));
    for (const person of [team.admin, team.member]) {
      await db.delete(member).where(eq(member.id, person.memberId));
    }
    const { sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    await arrive(db, COMPLETED, sessionId);
    expect(await findMyWallet(team.owner.ctx)).toMatchObject({ balance: 50 });
    await expectLedgerClean(db);
  });

  test.each(['no_payment_required', 'paid'] as const)('a whole discount (%s) grants once', async (status) => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, { number: '', expiry: '', cvc: '', promotionCode: 'FREE' });
    session(sessionId).payment_status = status;
    await arrive(db, COMPLETED, sessionId);
    await send(COMPLETED, sessionId);
    expect(await poolOf(team)).toBe(50);
    const [paid] = await paymentsOf(db, team);
    expect(paid).toMatchObject({ orderId, amountCents: 0, stripePaymentId: sessionId });
  });

  test('a custom number of credits: exactly those', async () => {
    const { sessionId } = await buy(team.owner, 200);
    stripe.standIn.page.pay(sessionId, CARD);
    await arrive(db, COMPLETED, sessionId);
    expect(await poolOf(team)).toBe(200);
    const [paid] = await paymentsOf(db, team);
    expect(paid).toMatchObject({ kind: 'custom', label: 'Custom pack, 200 credits', amountCents: 10_000 });
  });

  test('half price by a promotion code: all credits, the amount that was paid', async () => {
    const { sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, { ...CARD, promotionCode: 'HALF' });
    await arrive(db, COMPLETED, sessionId);
    expect(await poolOf(team)).toBe(50);
    expect((await paymentsOf(db, team))[0]).toMatchObject({ amountCents: 1450 });
  });

  test('a session whose id we had not written down yet is found', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    await db
      .update(purchaseOrder)
      .set({ stripeSessionId: null, checkoutUrl: null })
      .where(eq(purchaseOrder.id, orderId));
    stripe.standIn.page.pay(sessionId, CARD);
    await arrive(db, COMPLETED, sessionId);
    expect(await poolOf(team)).toBe(50);
    expect((await orderRow(db, orderId)).stripeSessionId).toBe(sessionId);
  });
});

describe('not paid', () => {
  test('a declined card is shown, grants nothing, and another card may follow', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, DECLINED);
    await arrive(db, 'payment_intent.payment_failed', session(sessionId).payment_intent ?? '');
    expect(await orderRow(db, orderId)).toMatchObject({
      status: 'failed',
      failure: 'Your card was declined.',
      resolvedAt: null,
    });
    await expectNothingGranted();
    stripe.standIn.page.pay(sessionId, CARD);
    await arrive(db, COMPLETED, sessionId);
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'paid', failure: null });
    expect(await poolOf(team)).toBe(50);
  });

  test('a failure that comes after the payment changes nothing', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, DECLINED);
    stripe.standIn.page.pay(sessionId, CARD);
    await arrive(db, COMPLETED, sessionId);
    await send('payment_intent.payment_failed', session(sessionId).payment_intent ?? '');
    await send('checkout.session.expired', sessionId);
    expect((await orderRow(db, orderId)).status).toBe('paid');
    Object.assign(session(sessionId), { status: 'expired', payment_status: 'unpaid' });
    await send('checkout.session.expired', sessionId);
    expect((await orderRow(db, orderId)).status).toBe('paid');
    expect(await poolOf(team)).toBe(50);
  });

  test('an expired page', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.expire(sessionId);
    await arrive(db, 'checkout.session.expired', sessionId);
    expect((await orderRow(db, orderId)).status).toBe('expired');
    await expectNothingGranted();
  });

  test('completed but unpaid waits; the bank’s yes grants', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.payByBank(sessionId);
    await arrive(db, COMPLETED, sessionId);
    expect((await orderRow(db, orderId)).status).toBe('pending');
    await expectNothingGranted();
    stripe.standIn.page.settleBankPayment(sessionId, true);
    await arrive(db, 'checkout.session.async_payment_succeeded', sessionId);
    expect(await poolOf(team)).toBe(50);
  });

  test('the bank’s no fails for good, and the admins hear of it once', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.payByBank(sessionId);
    stripe.standIn.page.settleBankPayment(sessionId, false);
    await arrive(db, 'checkout.session.async_payment_failed', sessionId);
    await send('checkout.session.async_payment_failed', sessionId);
    const order = await orderRow(db, orderId);
    expect(order).toMatchObject({ status: 'failed', failure: 'The bank account has insufficient funds.' });
    expect(order.resolvedAt).not.toBeNull();
    const notices = await db.select().from(notice).where(eq(notice.organizationId, team.orgId));
    expect(notices).toHaveLength(2);
    await expectNothingGranted();
  });

  test('an event that claims a payment which Stripe does not confirm', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    await send(COMPLETED, sessionId);
    await send('checkout.session.async_payment_succeeded', sessionId);
    expect((await orderRow(db, orderId)).status).toBe('pending');
    await expectNothingGranted();
  });
});

describe('what does not agree is parked', () => {
  const changes: [string, (paid: Session) => void][] = [
    ['a lower price', (paid) => Object.assign(paid, { amount_subtotal: 100, amount_total: 100 })],
    ['a lower total', (paid) => Object.assign(paid, { amount_total: 100 })],
    ['a higher total', (paid) => Object.assign(paid, { amount_total: 290_000 })],
    ['another currency', (paid) => Object.assign(paid, { currency: 'jpy' })],
    ['another organization', (paid) => Object.assign(paid, { client_reference_id: other.orgId })],
    ['no organization', (paid) => Object.assign(paid, { client_reference_id: null })],
    [
      'a smaller payment',
      (paid) =>
        Object.assign(stripe.standIn.store.paymentIntents[paid.payment_intent ?? ''] ?? {}, { amount: 1 }),
    ],
    [
      'a part of the payment',
      (paid) =>
        Object.assign(stripe.standIn.store.paymentIntents[paid.payment_intent ?? ''] ?? {}, {
          amount_received: 1,
        }),
    ],
  ];
  test.each(changes)('%s', async (_what, change) => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    change(session(sessionId));
    await arrive(db, COMPLETED, sessionId);
    await applyReceived(db);
    const rows = await inboxOf(db, sessionId);
    expect(rows.map((row) => row.status)).toEqual(['parked']);
    expect(rows[0]?.lastError).toContain(sessionId);
    expect((await orderRow(db, orderId)).status).toBe('parked');
    await expectNothingGranted();
  });

  test('a session of our own that names another team’s order in its metadata', async () => {
    const victim = await buy(other.owner, 'enterprise');
    const mine = await buy(team.owner, 'starter');
    session(mine.sessionId).metadata = { order_id: victim.orderId, organization_id: other.orgId };
    stripe.standIn.page.pay(mine.sessionId, CARD);
    await arrive(db, COMPLETED, mine.sessionId);
    expect([await poolOf(team), await poolOf(other)]).toEqual([50, 0]);
    expect((await orderRow(db, victim.orderId)).status).toBe('pending');
  });

  test('a paid session that no order of ours knows', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    await db
      .update(purchaseOrder)
      .set({ stripeSessionId: 'cs_test_another' })
      .where(eq(purchaseOrder.id, orderId));
    stripe.standIn.page.pay(sessionId, CARD);
    await arrive(db, COMPLETED, sessionId);
    expect((await inboxOf(db, sessionId))[0]).toMatchObject({ status: 'parked' });
    await expectNothingGranted();
  });

  test('one payment cannot pay two orders', async () => {
    const first = await buy(team.owner);
    const second = await buy(other.owner);
    stripe.standIn.page.pay(first.sessionId, CARD);
    await arrive(db, COMPLETED, first.sessionId);
    const target = session(second.sessionId);
    target.payment_intent = session(first.sessionId).payment_intent;
    target.payment_status = 'paid';
    await send(COMPLETED, second.sessionId);
    expect([await poolOf(team), await poolOf(other)]).toEqual([50, 0]);
    expect((await orderRow(db, second.orderId)).status).toBe('parked');
    await expectLedgerClean(db);
  });
});

test.each([
  ['customer.updated', 'cus_something'],
  ['toString', 'cus_another'],
])('%s about %s is none of ours and kept as ignored', async (type, objectId) => {
  await send(type, objectId);
  expect((await inboxOf(db, objectId))[0]).toMatchObject({ status: 'ignored' });
});
