/** Sent invoices that are not paid, not in time, or not as they were sent. */
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { scope, tell } from '../../../../tests/support/money';
import {
  buy,
  CARD,
  DECLINED,
  makePayingTeam,
  orderRow,
  paymentsOf,
  poolOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { cancelOrder } from '../checkout/cancel-order';
import { checkOrder } from '../checkout/check-order';
import { findCustomer } from '../checkout/ensure-customer';
import { getOrder } from '../queries';
import { type InvoiceOrderInput, orderByInvoice } from './order-by-invoice';
import { saveBillingDetails } from './save-billing-details';

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

const order = (input: Partial<InvoiceOrderInput> = { pack: 'enterprise' }) =>
  orderByInvoice(team.admin.ctx, { idempotencyKey: newId('request'), ...input });

async function invoiceOf(orderId: string) {
  const { stripeInvoiceId } = await orderRow(db, orderId);
  const { client } = await stripeAccount();
  return client.invoices.retrieve(stripeInvoiceId ?? '');
}

describe('paying less', () => {
  /** An open invoice, and the SDK to do with it what people do in Stripe's dashboard. */
  async function openOrder() {
    const { orderId } = await order();
    const { client } = await stripeAccount();
    return { orderId, invoice: await invoiceOf(orderId), client };
  }

  test('the rest after a credit note, outside of Stripe, is parked', async () => {
    const { orderId, invoice, client } = await openOrder();
    await client.creditNotes.create({ invoice: invoice.id, amount: 10_000 });
    await client.invoices.pay(invoice.id, { paid_out_of_band: true });
    expect(await tell(db, 'invoice.paid', invoice.id)).toMatchObject({ status: 'parked' });
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'parked' });
    expect([await poolOf(team), await paymentsOf(db, team)]).toEqual([0, []]);
  });

  test('the rest after a credit note, by bank, is parked', async () => {
    const { invoice, client } = await openOrder();
    await client.creditNotes.create({ invoice: invoice.id, amount: 10_000 });
    stripe.standIn.control.payInvoiceByBank(invoice.id);
    expect(await tell(db, 'invoice.paid', invoice.id)).toMatchObject({ status: 'parked' });
    expect(await poolOf(team)).toBe(0);
  });

  test('a credit note over everything makes it paid at Stripe and is parked', async () => {
    const { orderId, invoice, client } = await openOrder();
    await client.creditNotes.create({ invoice: invoice.id, amount: 19_900 });
    expect(await invoiceOf(orderId)).toMatchObject({ status: 'paid', amount_paid: 0 });
    await checkOrder(team.owner.ctx, { orderId }, scope());
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'parked' });
    expect(await poolOf(team)).toBe(0);
  });

  test('with less than Stripe asked for is parked', async () => {
    const { orderId, invoice } = await openOrder();
    stripe.standIn.control.payInvoiceByBank(invoice.id);
    const stored = stripe.standIn.store.invoices[invoice.id];
    if (!stored) throw new Error('no invoice');
    stored.amount_paid = 9_900;
    await tell(db, 'invoice.paid', invoice.id);
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'parked' });
    expect(await poolOf(team)).toBe(0);
  });

  test('all of it outside of Stripe is paid', async () => {
    const { invoice, client } = await openOrder();
    await client.invoices.pay(invoice.id, { paid_out_of_band: true });
    await tell(db, 'invoice.paid', invoice.id);
    expect(await poolOf(team)).toBe(500);
    expect(await paymentsOf(db, team)).toMatchObject([{ amountCents: 19_900, stripePaymentId: invoice.id }]);
  });

  test.each([
    ['credit that the customer had', -5_000, 14_900],
    ['a debt that is collected along', 600, 20_500],
  ])('with %s is paid, and recorded as what came in', async (_what, balance, paid) => {
    const { client } = await stripeAccount();
    await buy(team.owner);
    const customer = (await findCustomer(team.admin.ctx)) ?? '';
    await client.customers.createBalanceTransaction(customer, { amount: balance, currency: 'usd' });
    const { invoice } = await openOrder();
    stripe.standIn.control.payInvoiceByBank(invoice.id);
    expect(await tell(db, 'invoice.paid', invoice.id)).toMatchObject({ status: 'applied' });
    expect(await poolOf(team)).toBe(500);
    expect(await paymentsOf(db, team)).toMatchObject([{ amountCents: paid, credits: 500 }]);
    await expectLedgerClean(db);
  });
});

describe('not paying', () => {
  test('cancelled: the invoice is void; cancelled again: the same', async () => {
    const { orderId } = await order();
    for (let times = 0; times < 2; times += 1) {
      const answer = await cancelOrder(team.admin.ctx, { orderId }, scope());
      expect(answer).toEqual({ orderId, status: 'cancelled' });
    }
    const { id, status } = await invoiceOf(orderId);
    expect(status).toBe('void');
    expect(await tell(db, 'invoice.voided', id)).toMatchObject({ status: 'applied' });
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'cancelled' });
  });

  test('paid a moment before it is cancelled: it is paid', async () => {
    const { orderId } = await order();
    stripe.standIn.control.payInvoiceByBank((await invoiceOf(orderId)).id);
    await expect(cancelOrder(team.admin.ctx, { orderId }, scope())).rejects.toMatchObject({
      code: 'conflict',
      details: { status: 'paid' },
    });
    expect(await poolOf(team)).toBe(500);
  });

  test('a draft whose making broke off expires after two days', async () => {
    const { orderId } = await order();
    const { id } = await invoiceOf(orderId);
    const stored = stripe.standIn.store.invoices[id];
    if (!stored) throw new Error('no invoice');
    stored.status = 'draft';
    await checkOrder(team.owner.ctx, { orderId }, scope());
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'pending' });
    await checkOrder(team.owner.ctx, { orderId }, { ...scope(), now: plus(new Date(), 3 * DAY) });
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'expired' });
  });

  test('overdue: shown since when, and told once', async () => {
    await saveBillingDetails(team.admin.ctx, { email: 'accounts@example.test' });
    const { orderId, dueAt } = await order();
    const { id } = await invoiceOf(orderId);
    const later = plus(dueAt ?? new Date(), DAY);
    expect((await getOrder(team.admin.ctx, orderId, new Date())).overdueSince).toBeNull();
    for (let times = 0; times < 2; times += 1) await tell(db, 'invoice.overdue', id, later);
    await checkOrder(team.owner.ctx, { orderId }, { ...scope(), now: later });
    expect(await getOrder(team.admin.ctx, orderId, later)).toMatchObject({
      status: 'pending',
      dueAt,
      overdueSince: dueAt,
    });
    const reminders = await db
      .select()
      .from(mail)
      .where(and(eq(mail.organizationId, team.orgId), eq(mail.template, 'invoice-overdue')));
    expect(reminders.map(({ recipient }) => recipient).sort()).toEqual(
      ['accounts@example.test', team.admin.email].sort(),
    );
    expect(reminders[0]?.text).toContain('Enterprise pack');
    stripe.standIn.control.payInvoiceByBank(id);
    await tell(db, 'invoice.paid', id);
    expect(await getOrder(team.admin.ctx, orderId, later)).toMatchObject({
      status: 'paid',
      overdueSince: null,
    });
  });

  test('overdue by Stripe’s clock only: since now', async () => {
    const { orderId } = await order();
    const now = new Date();
    await tell(db, 'invoice.overdue', (await invoiceOf(orderId)).id, now);
    expect((await orderRow(db, orderId)).overdueSince).toEqual(now);
  });

  test('overdue without any event: the sweep sees it', async () => {
    const { orderId, dueAt } = await order();
    await checkOrder(team.owner.ctx, { orderId }, { ...scope(), now: plus(dueAt ?? new Date(), 1) });
    expect((await orderRow(db, orderId)).overdueSince).toEqual(dueAt);
  });

  test('a declined card: the order says why, and the same invoice takes another card', async () => {
    const { orderId } = await order();
    const { id } = await invoiceOf(orderId);
    expect(stripe.standIn.page.payInvoice(id, DECLINED)).toMatchObject({ status: 'declined' });
    await tell(db, 'invoice.payment_failed', id);
    expect(await getOrder(team.admin.ctx, orderId, new Date())).toMatchObject({
      status: 'pending',
      failure: 'Your card was declined.',
      checkoutUrl: expect.stringContaining(id),
    });
    stripe.standIn.page.payInvoice(id, CARD);
    await tell(db, 'invoice.paid', id);
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'paid', failure: null });
    expect(await poolOf(team)).toBe(500);
  });

  test('written off: shown, and still payable', async () => {
    const { orderId } = await order();
    const { id } = await invoiceOf(orderId);
    const { client } = await stripeAccount();
    await client.invoices.markUncollectible(id);
    await tell(db, 'invoice.marked_uncollectible', id);
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'failed' });
    expect(await poolOf(team)).toBe(0);
  });

  test('a page of a card order closes, and stays cancelled when Stripe says it expired', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    await cancelOrder(team.owner.ctx, { orderId }, scope());
    expect(stripe.standIn.store.sessions[sessionId]?.status).toBe('expired');
    await tell(db, 'checkout.session.expired', sessionId);
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'cancelled' });
  });

  test('another team’s order is not found; a member may not', async () => {
    const { orderId } = await order();
    await expect(cancelOrder(other.owner.ctx, { orderId }, scope())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(cancelOrder(team.member.ctx, { orderId }, scope())).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'pending' });
  });
});
