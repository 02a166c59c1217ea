/** Orders paid by an invoice: sent once, paid by card or bank; credits once and only for the right money. */
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { purchaseOrder } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY } from '@/lib/time';
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
import { checkOrder } from '../checkout/check-order';
import { findCustomer } from '../checkout/ensure-customer';
import { getPayment } from '../payments/payment-queries';
import { refundPayment } from '../refunds/refund-payment';
import { type InvoiceOrderInput, orderByInvoice } from './order-by-invoice';

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

  /** The state in which a process died after the first calls: Stripe has forgotten our keys, our row has no page yet. */
  async function breakOff(orderId: string, { lines }: { lines: boolean }) {
    const { id } = await invoiceOf(orderId);
    const { store } = stripe.standIn;
    const stored = store.invoices[id];
    if (!stored) throw new Error('no invoice');
    stored.status = 'draft';
    if (!lines) stored.lines.data = [];
    for (const key of Object.keys(store.answers)) if (key.startsWith('invoice-')) delete store.answers[key];
    await db.update(purchaseOrder).set({ checkoutUrl: null }).where(eq(purchaseOrder.id, orderId));
    return id;
  }

  test.each([[true], [false]])(
    'goes on days later with the same invoice; its line was there: %s',
    async (lines) => {
      const idempotencyKey = newId('request');
      const { orderId } = await order({ pack: 'enterprise', idempotencyKey });
      const id = await breakOff(orderId, { lines });
      expect(await order({ pack: 'enterprise', idempotencyKey })).toMatchObject({ orderId });
      expect(await invoiceOf(orderId)).toMatchObject({ id, status: 'open', total: 19_900 });
      const mine = Object.values(stripe.standIn.store.invoices).filter(
        ({ metadata }) => metadata?.organization_id === team.orgId,
      );
      expect(mine).toHaveLength(1);
    },
  );

  test('with a customer that was replaced meanwhile has one invoice, of the new customer', async () => {
    const idempotencyKey = newId('request');
    const { orderId } = await order({ pack: 'enterprise', idempotencyKey });
    const before = await breakOff(orderId, { lines: false });
    const { store } = stripe.standIn;
    delete store.customers[String(store.invoices[before]?.customer)];
    await order({ pack: 'enterprise', idempotencyKey });
    const after = await invoiceOf(orderId);
    expect(after).toMatchObject({
      status: 'open',
      total: 19_900,
      customer: await findCustomer(team.admin.ctx),
    });
    expect([after.id === before, before in store.invoices]).toEqual([false, false]);
    stripe.standIn.control.payInvoiceByBank(after.id);
    await tell(db, 'invoice.paid', after.id);
    expect(await poolOf(team)).toBe(500);
  });

  test('that has ended before it was sent is sent no more', async () => {
    const idempotencyKey = newId('request');
    const { orderId } = await order({ pack: 'enterprise', idempotencyKey });
    const ended = { checkoutUrl: null, status: 'expired', resolvedAt: new Date() } as const;
    await db.update(purchaseOrder).set(ended).where(eq(purchaseOrder.id, orderId));
    await expect(order({ pack: 'enterprise', idempotencyKey })).rejects.toMatchObject({
      code: 'conflict',
      details: { orderId, status: 'expired' },
    });
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
    expect(await tell(db, 'invoice.paid', invoice)).toMatchObject({ status: 'ignored' });
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
