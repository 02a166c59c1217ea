/** Money belongs to the day it moved at Stripe, also when we hear of it days later; never to a day that has not come. */
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { balanceWatch, purchaseOrder } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { jobCtx } from '@/jobs/trusted-ctx';
import { newId } from '@/lib/ids';
import { DAY, plus, SECOND } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { refundsOf, tell } from '../../../../tests/support/money';
import {
  APP_URL,
  buy,
  CARD,
  makePayingTeam,
  paymentsOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { apply, invoiceOf, makePlanTeam, month, NOW, subscriptionOf } from '../../../../tests/support/plans';
import { checkOrder } from '../checkout/check-order';
import { ensureCustomer } from '../checkout/ensure-customer';
import { executeRefund } from '../refunds/execute-refund';
import { refundPayment } from '../refunds/refund-payment';
import { happenedAt } from '../stripe-reads';
import { chargeTopUp } from '../top-ups/charge-top-up';

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

/** An outage of days: what happens now is heard of then. */
const later = () => plus(new Date(), 4 * DAY);

const seconds = (value: number | null | undefined) => new Date((value ?? Number.NaN) * 1_000);

/** A paid page, heard of days later. */
async function buyAndHearLater(change: (ids: { charge: string; invoice: string; session: string }) => void) {
  const { orderId, sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  const { sessions, paymentIntents } = stripe.standIn.store;
  const session = sessions[sessionId];
  const charge = String(paymentIntents[session?.payment_intent ?? '']?.latest_charge);
  // The order is as old as what the test says of its payment.
  await db
    .update(purchaseOrder)
    .set({ createdAt: plus(new Date(), -2 * DAY) })
    .where(eq(purchaseOrder.id, orderId));
  change({ charge, invoice: String(session?.invoice), session: sessionId });
  await checkOrder(team.owner.ctx, { orderId }, { now: later(), appUrl: APP_URL });
  const [row] = await paymentsOf(db, team);
  if (!row) throw new Error('not paid');
  return row;
}

test('a page: when its invoice says that it was paid', async () => {
  const at = Math.floor(Date.now() / 1_000) - 86_400;
  const row = await buyAndHearLater(({ invoice }) => {
    Object.assign(stripe.standIn.store.invoices[invoice]?.status_transitions ?? {}, { paid_at: at });
  });
  expect(row.paidAt).toEqual(seconds(at));
});

test('a page without an invoice: when the card was charged', async () => {
  const at = Math.floor(Date.now() / 1_000) - 86_400;
  const row = await buyAndHearLater(({ charge, session }) => {
    Object.assign(stripe.standIn.store.sessions[session] ?? {}, { invoice: null });
    Object.assign(stripe.standIn.store.charges[charge] ?? {}, { created: at });
  });
  expect(row.paidAt).toEqual(seconds(at));
});

test('a whole discount: when the page was opened', async () => {
  const { orderId, sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, { number: '', expiry: '', cvc: '', promotionCode: 'FREE' });
  const session = stripe.standIn.store.sessions[sessionId];
  const created = Math.floor(Date.now() / 1_000) + 86_400;
  Object.assign(session ?? {}, { invoice: null, created });
  await checkOrder(team.owner.ctx, { orderId }, { now: later(), appUrl: APP_URL });
  const [row] = await paymentsOf(db, team);
  expect(row?.paidAt).toEqual(seconds(created));
});

test('a top-up: when the card was charged', async () => {
  const { client } = await stripeAccount();
  const customer = await ensureCustomer(team.owner.ctx, client);
  stripe.standIn.control.attachCard(customer, CARD.number);
  await db.insert(balanceWatch).values({ organizationId: team.orgId });
  const [order] = await db
    .insert(purchaseOrder)
    .values({
      id: newId('order'),
      organizationId: team.orgId,
      memberId: team.owner.memberId,
      idempotencyKey: newId('request'),
      requestHash: 'h',
      pack: 'starter',
      channel: 'top-up',
      credits: 50,
      amountCents: 2_900,
      priceVersion: '1',
    })
    .returning();
  const before = Date.now();
  const ctx = jobCtx(db, team.orgId, 'billing.watch-balances');
  await chargeTopUp(ctx, order?.id ?? '', {
    now: plus(new Date(), 1_000 * SECOND),
    appUrl: APP_URL,
  });
  const [row] = await paymentsOf(db, team);
  expect(Math.abs((row?.paidAt.getTime() ?? 0) - before)).toBeLessThan(500 * SECOND);
});

test('a month of a plan: when its invoice was paid', async () => {
  const buyer = await makePlanTeam(db);
  const facts = subscriptionOf(buyer, 'plus');
  await apply(db, buyer, [facts], [invoiceOf(facts, 'create', 'plus', month(0))], NOW);
  expect((await paymentsOf(db, buyer))[0]?.paidAt).toEqual(month(0));
});

test('a refund from Stripe’s dashboard: when it was made there', async () => {
  const row = await buyAndHearLater(() => {});
  const made = stripe.standIn.control.refund(row.stripeChargeId ?? '', 1_000);
  await tell(db, 'charge.refunded', row.stripeChargeId ?? '', later());
  const [refund] = await refundsOf(db, team, row.id);
  expect(refund).toMatchObject({ createdAt: seconds(made.created), resolvedAt: seconds(made.created) });
});

test('a refund of ours that Stripe confirms later: when it was made', async () => {
  const row = await buyAndHearLater(() => {});
  const { refundId } = await refundPayment(team.admin.ctx, {
    paymentId: row.id,
    reason: 'Too many',
    idempotencyKey: newId('request'),
  });
  await executeRefund(db, refundId, { now: later(), appUrl: APP_URL });
  const [refund] = await refundsOf(db, team, row.id);
  expect(refund?.status).toBe('succeeded');
  expect(Math.abs((refund?.resolvedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(DAY);
});

test.each([
  ['the first that is known', [null, 10, 20], 10],
  ['nothing is known: now', [null, undefined], 100],
  ['not before it was possible', [1], 5],
  ['not after now', [101], 100],
  ['nothing at all: now', [], 100],
] as const)('%s', (_what, times, expected) => {
  const found = happenedAt(
    times.map((time) => time && new Date(time)),
    { now: new Date(100), earliest: new Date(5) },
  );
  expect(found).toEqual(new Date(expected));
});
