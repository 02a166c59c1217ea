/** Orders paid by an invoice: sent, paid by card or bank, cancelled, written off; credits once and only for the right money. */
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { purchaseOrder } from '@/db/schema/billing';
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
import { getPayment } from '../payments/payment-queries';
import { refundPayment } from '../refunds/refund-payment';
import { type InvoiceOrderInput, orderByInvoice } from './order-by-invoice';

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

describe('ordering', () => {
  test('sends an invoice for exactly the price, due in 30 days, with the purchase order', async () => {
    const { orderId, hostedUrl, dueAt } = await order({ pack: 'enterprise', poNumber: 'PO-4711' });
    const invoice = await invoiceOf(orderId);
    expect(invoice).toMatchObject({
      status: 'open',
      collection_method: 'send_invoice',
      subtotal: 19_900,
      total: 19_900,
      custom_fields: [{ name: 'PO number', value: 'PO-4711' }],
      hosted_invoice_url: hostedUrl,
    });
    expect(invoice.lines.data.map(({ description }) => description)).toEqual([
      'Enterprise pack, 500 credits',
    ]);
    expect(Math.round(((dueAt?.getTime() ?? 0) - Date.now()) / DAY)).toBe(30);
    expect(await orderRow(db, orderId)).toMatchObject({
      status: 'pending',
      channel: 'invoice',
      poNumber: 'PO-4711',
    });
    expect((await getPayment(team.admin.ctx, orderId, new Date())).payUrl).toBe(hostedUrl);
    expect(await poolOf(team)).toBe(0);
  });

  test('the same key is one invoice, also at once', async () => {
    const idempotencyKey = newId('request');
    const answers = await Promise.all([1, 2, 3].map(() => order({ credits: 400, idempotencyKey })));
    expect(new Set(answers.map(({ orderId }) => orderId)).size).toBe(1);
    const mine = Object.values(stripe.standIn.store.invoices).filter(
      ({ metadata }) => metadata?.organization_id === team.orgId,
    );
    expect(mine).toHaveLength(1);
    expect(mine[0]?.total).toBe(20_000);
  });

  test('from $199 only, by admins only, strictly one thing', async () => {
    await expect(order({ pack: 'professional' })).rejects.toMatchObject({ details: { reason: 'too_small' } });
    await expect(order({ credits: 397 })).rejects.toMatchObject({ details: { reason: 'too_small' } });
    await expect(order({ pack: 'enterprise', credits: 400 })).rejects.toThrow();
    await expect(
      orderByInvoice(team.member.ctx, { pack: 'enterprise', idempotencyKey: newId('request') }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const mine = eq(purchaseOrder.organizationId, team.orgId);
    expect(await db.$count(purchaseOrder, mine)).toBe(0);
  });
});

describe('paying', () => {
  test('the transfer arrives: credits once, with invoice, charge and label', async () => {
    const { orderId } = await order();
    const { id } = await invoiceOf(orderId);
    stripe.standIn.control.payInvoiceByBank(id);
    await Promise.all([1, 2, 3].map(() => tell(db, 'invoice.paid', id)));
    await checkOrder(team.owner.ctx, { orderId }, scope());
    expect(await poolOf(team)).toBe(500);
    const [paid, ...more] = await paymentsOf(db, team);
    expect(more).toEqual([]);
    expect(paid).toMatchObject({
      orderId,
      kind: 'pack',
      label: 'Enterprise pack',
      amountCents: 19_900,
      stripeInvoiceId: id,
    });
    expect(paid?.stripeChargeId).toMatch(/^ch_/);
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'paid' });
    const refund = { paymentId: paid?.id ?? '', reason: 'too many', idempotencyKey: newId('request') };
    expect(await refundPayment(team.admin.ctx, refund)).toMatchObject({ credits: 500, amountCents: 19_900 });
    await expectLedgerClean(db);
  });

  test('the page where the buyer comes back is enough', async () => {
    const { orderId } = await order();
    stripe.standIn.control.payInvoiceByBank((await invoiceOf(orderId)).id);
    await checkOrder(team.owner.ctx, { orderId }, scope());
    expect(await poolOf(team)).toBe(500);
  });

  test('an order whose invoice we had not written down yet is found', async () => {
    const { orderId } = await order();
    const { id } = await invoiceOf(orderId);
    await db.update(purchaseOrder).set({ stripeInvoiceId: null }).where(eq(purchaseOrder.id, orderId));
    stripe.standIn.control.payInvoiceByBank(id);
    await tell(db, 'invoice.paid', id);
    expect(await poolOf(team)).toBe(500);
  });

  test('the invoice that Checkout writes for a card payment pays no second time', async () => {
    const { orderId, sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    await checkOrder(team.owner.ctx, { orderId }, scope());
    const invoice = stripe.standIn.store.sessions[sessionId]?.invoice ?? '';
    expect(await tell(db, 'invoice.paid', invoice)).toMatchObject({ status: 'applied' });
    expect(await poolOf(team)).toBe(50);
  });

  test.each([
    ['another total', { total: 100 }],
    ['another currency', { currency: 'jpy' }],
    ['another customer', { customer: 'cus_other' }],
  ])('%s is parked', async (_what, change) => {
    const { orderId } = await order();
    const { id } = await invoiceOf(orderId);
    stripe.standIn.control.payInvoiceByBank(id);
    const stored = stripe.standIn.store.invoices[id];
    if (!stored) throw new Error('no invoice');
    Object.assign(stored, change);
    expect(await tell(db, 'invoice.paid', id)).toMatchObject({ status: 'parked' });
    expect(await orderRow(db, orderId)).toMatchObject({ status: 'parked' });
    expect(await poolOf(team)).toBe(0);
  });

  test('another price is parked, though all of it was paid', async () => {
    const { orderId } = await order();
    const { id } = await invoiceOf(orderId);
    await db.update(purchaseOrder).set({ amountCents: 30_000 }).where(eq(purchaseOrder.id, orderId));
    stripe.standIn.control.payInvoiceByBank(id);
    expect(await tell(db, 'invoice.paid', id)).toMatchObject({ status: 'parked' });
    expect(await poolOf(team)).toBe(0);
  });
});

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
