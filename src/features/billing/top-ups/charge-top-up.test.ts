/** The charge of a top-up: one invoice, paid once, whatever is lost on the way; declined, it pauses. */
import { and, eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { balanceWatch, purchaseOrder } from '@/db/schema/billing';
import { notice } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { allocateCredits } from '@/features/credits/allocate';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import { buyPaid, tell } from '../../../../tests/support/money';
import {
  APP_URL,
  CARD,
  makePayingTeam,
  paymentsOf,
  poolOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { findCustomer } from '../checkout/ensure-customer';
import { saveBillingDetails } from '../invoices/save-billing-details';
import { getBalanceWatch } from './balance-watch-queries';
import { saveBalanceWatch } from './save-balance-watch';
import { watchBalances } from './watch-balances';

withStripe();

const PACK = { pack: 'starter', below: 20, monthlyCapCents: 10_000 } as const;

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});
beforeEach(async () => {
  // One test's teams are no business of the next one's round.
  await db.update(balanceWatch).set({ noticeBelow: null, topUpEnabled: false, toldAt: null });
  team = await makePayingTeam();
  await buyPaid(team, 'starter');
});

const round = (now = new Date()) =>
  watchBalances(db, { now, appUrl: APP_URL, signal: new AbortController().signal });

const handOut = (amount: number) =>
  allocateCredits(team.admin.ctx, {
    memberId: team.member.memberId,
    amount,
    idempotencyKey: newId('request'),
  });

const topUps = () =>
  db
    .select()
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.organizationId, team.orgId), eq(purchaseOrder.channel, 'top-up')))
    .orderBy(purchaseOrder.createdAt, purchaseOrder.id);

async function saveCard(number = CARD.number): Promise<void> {
  stripe.standIn.control.attachCard((await findCustomer(team.admin.ctx)) ?? '', number);
}

/** One round in which Stripe does this call and its answer is lost. */
async function lose<Name extends 'create' | 'finalizeInvoice' | 'pay'>(
  invoices: Pick<Stripe['invoices'], Name>,
  name: Name,
): Promise<void> {
  const call = invoices[name];
  const done = (call as (...args: unknown[]) => Promise<unknown>).bind(invoices);
  Object.assign(invoices, {
    [name]: async (...args: unknown[]) => {
      await done(...args);
      throw new Error('socket hang up');
    },
  });
  await round();
  Object.assign(invoices, { [name]: call });
}

/** What became of the invoices of the team's top-ups at Stripe. */
async function invoiceStates() {
  const orders = await topUps();
  return Object.values(stripe.standIn.store.invoices)
    .filter(({ metadata }) => orders.some(({ id }) => id === metadata?.order_id))
    .map(({ status }) => status);
}

async function noticesOf(type: string): Promise<number> {
  const rows = await db
    .select()
    .from(notice)
    .where(
      and(eq(notice.organizationId, team.orgId), eq(notice.type, type), eq(notice.userId, team.owner.userId)),
    );
  return rows.length;
}

test('has an invoice like every payment: company, tax id, purchase order', async () => {
  await saveBillingDetails(team.admin.ctx, {
    company: 'Example GmbH',
    taxIdType: 'eu_vat',
    taxId: 'DE123456789',
    poNumber: 'PO-7',
  });
  await saveCard();
  await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
  await handOut(50);
  await round();
  const [order] = await topUps();
  const paid = (await paymentsOf(db, team)).find(({ orderId }) => orderId === order?.id);
  expect(order).toMatchObject({ status: 'paid', poNumber: 'PO-7', stripeInvoiceId: paid?.stripeInvoiceId });
  const { client } = await stripeAccount();
  const invoice = await client.invoices.retrieve(paid?.stripeInvoiceId ?? '');
  expect(invoice).toMatchObject({
    status: 'paid',
    collection_method: 'charge_automatically',
    total: 2_900,
    customer_name: 'Example GmbH',
    customer_tax_ids: [{ type: 'eu_vat', value: 'DE123456789' }],
    custom_fields: [{ name: 'PO number', value: 'PO-7' }],
  });
  expect(invoice.lines.data.map(({ description }) => description)).toEqual(['Starter pack, 50 credits']);
  expect(paid).toMatchObject({ invoiceUrl: invoice.hosted_invoice_url, amountCents: 2_900 });
  expect(paid?.stripeChargeId).toMatch(/^ch_/);
});

test('a refund that is heard of before its payment settles the payment first', async () => {
  await saveCard();
  await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
  await handOut(50);
  const { client } = await stripeAccount();
  await lose(client.invoices, 'pay');
  const [open] = await topUps();
  const [link] =
    (await client.invoices.retrieve(open?.stripeInvoiceId ?? '', { expand: ['payments'] })).payments?.data ??
    [];
  const intent = await client.paymentIntents.retrieve(String(link?.payment.payment_intent));
  const charge = String(intent.latest_charge);
  stripe.standIn.control.refund(charge, 580);
  await tell(db, 'charge.refunded', charge);
  expect(await topUps()).toMatchObject([{ status: 'paid' }]);
  expect(await poolOf(team)).toBe(40);
  await expectLedgerClean(db);
});

test('a declined card pauses it, tells, and nothing is tried again until it is saved anew', async () => {
  await saveCard('4000000000000341');
  await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
  await handOut(50);
  for (let times = 0; times < 3; times += 1) await round();
  expect(await topUps()).toMatchObject([{ status: 'failed', failure: 'Your card was declined.' }]);
  expect(await invoiceStates()).toEqual(['void']);
  expect(await poolOf(team)).toBe(0);
  expect(await noticesOf('top-up.failed')).toBe(1);
  expect((await getBalanceWatch(team.admin.ctx)).failure).toBe('Your card was declined.');
  await saveCard();
  await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
  await round();
  expect(await poolOf(team)).toBe(50);
});

test('a bank that wants its customer pauses it too', async () => {
  await saveCard('4000002760003184');
  await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
  await handOut(50);
  await round();
  expect(await topUps()).toMatchObject([
    { status: 'failed', failure: 'The bank wants the cardholder to confirm the payment.' },
  ]);
  expect((await getBalanceWatch(team.admin.ctx)).pausedAt).not.toBeNull();
  expect(await invoiceStates()).toEqual(['void']);
});

test('the answer was lost: a day later its invoice says that it is paid, and nothing is charged twice', async () => {
  await saveCard();
  await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
  await handOut(50);
  const { client } = await stripeAccount();
  await lose(client.invoices, 'pay');
  expect(await topUps()).toMatchObject([{ status: 'pending' }]);
  // A day later Stripe has forgotten the key: the invoice says that it is paid.
  stripe.standIn.store.answers = {};
  await round(plus(new Date(), DAY));
  expect(await topUps()).toMatchObject([{ status: 'paid' }]);
  expect(await poolOf(team)).toBe(50);
  expect(await invoiceStates()).toEqual(['paid']);
});

test.each(['create', 'finalizeInvoice'] as const)(
  'the answer to %s was lost: the next round goes on with the same invoice',
  async (call) => {
    await saveCard();
    await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
    await handOut(50);
    const { client } = await stripeAccount();
    await lose(client.invoices, call);
    expect([await topUps(), await poolOf(team)]).toMatchObject([[{ status: 'pending' }], 0]);
    await round();
    expect(await topUps()).toMatchObject([{ status: 'paid' }]);
    expect([await poolOf(team), await invoiceStates()]).toEqual([50, ['paid']]);
  },
);

test('of the day before is not charged any more, and its invoice is called off', async () => {
  await saveCard();
  await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
  await handOut(50);
  const { client } = await stripeAccount();
  await lose(client.invoices, 'finalizeInvoice');
  stripe.standIn.store.answers = {};
  await round(plus(new Date(), DAY));
  expect(await topUps()).toMatchObject([{ status: 'failed', failure: 'Stripe did not answer.' }]);
  expect([await poolOf(team), await invoiceStates()]).toEqual([0, ['void']]);
});

test('an invoice of another price is parked', async () => {
  await saveCard();
  await saveBalanceWatch(team.admin.ctx, { noticeBelow: null, topUp: PACK });
  await handOut(50);
  const { client } = await stripeAccount();
  const create = client.invoiceItems.create.bind(client.invoiceItems);
  client.invoiceItems.create = (async (params: Parameters<typeof create>[0], options: object) =>
    create({ ...params, amount: 100 }, options)) as typeof create;
  await round();
  client.invoiceItems.create = create;
  expect((await topUps()).map(({ status }) => status)).toEqual(['parked']);
  expect(await poolOf(team)).toBe(0);
});
