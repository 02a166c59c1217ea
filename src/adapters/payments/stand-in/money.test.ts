/** Money that comes, goes back and is taken back, through the real SDK. */
import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { buyPack, CARD, eventsAbout, failure, withStandIn, world } from '../../../../tests/support/stand-in';

withStandIn();

test('a charge costs Stripe’s fee', async () => {
  const { charge } = await buyPack(2900);
  expect(charge.balance_transaction).toMatchObject({ amount: 2900, fee: 114, net: 2786, type: 'charge' });
  const { id } = charge.balance_transaction as Stripe.BalanceTransaction;
  expect((await world.stripe.balanceTransactions.retrieve(id)).source).toBe(charge.id);
});

test('refunds add up and never exceed the payment', async () => {
  const { stripe } = world;
  const { payment, charge } = await buyPack(2900);
  const options = { idempotencyKey: `refund:${charge.id}` };
  const first = await stripe.refunds.create({ payment_intent: payment.id, amount: 900 }, options);
  expect(first).toMatchObject({ status: 'succeeded', amount: 900, charge: charge.id });
  expect((await stripe.refunds.create({ payment_intent: payment.id, amount: 900 }, options)).id).toBe(
    first.id,
  );
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 900, refunded: false });

  expect(await failure(stripe.refunds.create({ charge: charge.id, amount: 2001 }))).toMatchObject({
    statusCode: 400,
    param: 'amount',
    message: 'Refund amount ($20.01) is greater than unrefunded amount on charge ($20.00)',
  });
  await stripe.refunds.create({ charge: charge.id, metadata: { refund_id: 'rf_1' } });
  const after = await stripe.charges.retrieve(charge.id, { expand: ['refunds'] });
  expect(after).toMatchObject({ amount_refunded: 2900, refunded: true });
  expect(after.refunds?.data.map(({ amount }) => amount)).toEqual([2000, 900]);
  expect(await failure(stripe.refunds.create({ charge: charge.id }))).toMatchObject({
    code: 'charge_already_refunded',
  });
  const listed = await stripe.refunds.list({ payment_intent: payment.id });
  expect(listed.data).toHaveLength(2);
  expect(await eventsAbout(charge.id)).toEqual(['charge.succeeded', 'charge.refunded', 'charge.refunded']);
  expect(await eventsAbout(first.id)).toEqual(['refund.created']);
});

test('a refund that the bank returns gives the charge its amount back', async () => {
  const { stripe, standIn } = world;
  const { charge } = await buyPack();
  const refund = await stripe.refunds.create({ charge: charge.id });
  standIn.control.failRefund(refund.id);
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed' });
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 0, refunded: false });
  expect(await eventsAbout(refund.id)).toContain('refund.failed');
});

test('a disputed payment cannot be refunded until the dispute is won', async () => {
  const { stripe, standIn } = world;
  const { charge } = await buyPack();
  const dispute = standIn.control.openDispute(charge.id, { amount: 1000 });
  expect(await failure(stripe.refunds.create({ charge: charge.id }))).toMatchObject({
    code: 'charge_disputed',
    message: `Charge ${charge.id} has been charged back; cannot issue a refund.`,
  });
  expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({
    amount: 1000,
    status: 'needs_response',
    charge: charge.id,
  });
  expect((await stripe.charges.retrieve(charge.id)).disputed).toBe(true);
  standIn.control.closeDispute(dispute.id, 'won');
  expect(await eventsAbout(dispute.id)).toEqual([
    'charge.dispute.created',
    'charge.dispute.funds_withdrawn',
    'charge.dispute.funds_reinstated',
    'charge.dispute.closed',
  ]);
  const won = await stripe.disputes.retrieve(dispute.id);
  expect(won.balance_transactions.map(({ net }) => net)).toEqual([-2500, 1000]);
  expect((await stripe.refunds.create({ charge: charge.id })).amount).toBe(2900);
});

test('a lost dispute stays lost; one card disputes by itself', async () => {
  const { stripe, standIn } = world;
  const { charge } = await buyPack(7900, { ...CARD, number: '4000 0000 0000 0259' });
  const [dispute] = (await stripe.disputes.list({ charge: charge.id })).data;
  expect(dispute).toMatchObject({ amount: 7900, status: 'needs_response' });
  standIn.control.closeDispute(dispute?.id ?? '', 'lost');
  expect(() => standIn.control.closeDispute(dispute?.id ?? '', 'won')).toThrow('already closed');
  expect(await failure(stripe.refunds.create({ charge: charge.id }))).toMatchObject({
    code: 'charge_disputed',
  });
});

test('an inquiry moves no money until it is escalated', async () => {
  const { stripe, standIn } = world;
  const { charge } = await buyPack(2900, { ...CARD, number: '4000 0000 0000 1976' });
  const [inquiry] = (await stripe.disputes.list({ charge: charge.id })).data;
  const id = inquiry?.id ?? '';
  expect(inquiry).toMatchObject({
    status: 'warning_needs_response',
    balance_transactions: [],
    is_charge_refundable: true,
  });
  expect((await stripe.refunds.create({ charge: charge.id, amount: 900 })).status).toBe('succeeded');
  expect(() => standIn.control.closeDispute(id, 'won')).toThrow('inquiry');
  expect(() => standIn.control.openDispute(charge.id)).toThrow('already disputed');
  standIn.control.escalateDispute(id);
  const dispute = await stripe.disputes.retrieve(id);
  expect(dispute).toMatchObject({ status: 'needs_response', is_charge_refundable: false });
  expect(dispute.balance_transactions.map(({ net }) => net)).toEqual([-4400]);
  expect(await failure(stripe.refunds.create({ charge: charge.id }))).toMatchObject({
    code: 'charge_disputed',
  });
  standIn.control.closeDispute(id, 'lost');
  expect(await eventsAbout(id)).toEqual([
    'charge.dispute.created',
    'charge.dispute.updated',
    'charge.dispute.funds_withdrawn',
    'charge.dispute.closed',
  ]);
});

test('an inquiry that is settled leaves everything as it was', async () => {
  const { stripe, standIn } = world;
  const { charge } = await buyPack();
  const { id } = standIn.control.openDispute(charge.id, { inquiry: true });
  standIn.control.closeDispute(id, 'closed');
  expect(await stripe.disputes.retrieve(id)).toMatchObject({
    status: 'warning_closed',
    balance_transactions: [],
  });
  expect(await eventsAbout(id)).toEqual(['charge.dispute.created', 'charge.dispute.closed']);
  expect(() => standIn.control.escalateDispute(id)).toThrow('inquiry');
});

test('a refund on its way arrives or fails', async () => {
  const { stripe, standIn } = world;
  const [one, two] = [await buyPack(), await buyPack()];
  const arriving = standIn.control.refund(one.charge.id, 900, { pending: true });
  const failing = standIn.control.refund(two.charge.id, undefined, { pending: true });
  expect((await stripe.refunds.retrieve(arriving.id)).status).toBe('pending');
  expect((await stripe.charges.retrieve(one.charge.id)).amount_refunded).toBe(900);
  standIn.control.completeRefund(arriving.id);
  expect((await stripe.refunds.retrieve(arriving.id)).status).toBe('succeeded');
  expect(await eventsAbout(arriving.id)).toEqual([
    'refund.created',
    'charge.refund.updated',
    'refund.updated',
  ]);
  expect(() => standIn.control.completeRefund(arriving.id)).toThrow('succeeded');
  standIn.control.failRefund(failing.id);
  expect((await stripe.refunds.retrieve(failing.id)).status).toBe('failed');
  expect((await stripe.charges.retrieve(two.charge.id)).amount_refunded).toBe(0);
});

test.each([
  ['4000 0000 0000 7726', 'pending', 'succeeded'],
  ['4000 0000 0000 5126', 'succeeded', 'failed'],
])('refunds of card %s are %s, a day later %s', async (number, first, then) => {
  const { stripe, standIn } = world;
  const { charge } = await buyPack(2900, { ...CARD, number });
  const { id, status } = await stripe.refunds.create({ charge: charge.id });
  expect(status).toBe(first);
  standIn.control.moveClock(86_400_000);
  expect((await stripe.refunds.retrieve(id)).status).toBe(then);
});

test('movements are listed by kind and time, with what disputes cost', async () => {
  const { stripe, standIn } = world;
  standIn.control.moveClock(86_400_000);
  const from = Math.floor(standIn.control.now().getTime() / 1000);
  const { charge } = await buyPack(10_000);
  await stripe.refunds.create({ charge: charge.id, amount: 1000 });
  const { id } = standIn.control.openDispute(charge.id, { amount: 2000 });
  standIn.control.closeDispute(id, 'won');
  standIn.control.moveClock(86_400_000);
  const later = (await buyPack(500)).charge;
  const until = Math.floor(standIn.control.now().getTime() / 1000);
  const list = async (params: Stripe.BalanceTransactionListParams) =>
    (await stripe.balanceTransactions.list({ created: { gte: from, lt: until }, ...params })).data.map(
      ({ amount, fee, net, reporting_category: kind }) => [kind, amount, fee, net],
    );
  expect(await list({})).toEqual([
    ['dispute_reversal', 2000, 0, 2000],
    ['dispute', -2000, 1500, -3500],
    ['refund', -1000, 0, -1000],
    ['charge', 10_000, 320, 9680],
  ]);
  expect(await list({ type: 'adjustment' })).toHaveLength(2);
  expect(await list({ type: 'charge' })).toHaveLength(1);
  expect(await list({ type: 'charge', created: { gte: until } })).toEqual([['charge', 500, 45, 455]]);
  expect(await list({ created: undefined, source: later.id })).toHaveLength(1);
});

test('a saved card pays without its owner, or answers a 402 that a repeated key repeats', async () => {
  const { stripe, standIn } = world;
  const { customer } = await buyPack();
  const [card] = (await stripe.customers.listPaymentMethods(customer.id)).data;
  const params = {
    amount: 2900,
    currency: 'usd',
    customer: customer.id,
    payment_method: card?.id,
    off_session: true,
    confirm: true,
    metadata: { order_id: 'ord_2' },
  };
  const paid = await stripe.paymentIntents.create(params, { idempotencyKey: 'top-up-1' });
  expect(paid).toMatchObject({ status: 'succeeded', amount_received: 2900 });

  const failing = standIn.control.attachCard(customer.id, '4000000000000341');
  const declined = await failure(
    stripe.paymentIntents.create({ ...params, payment_method: failing.id }, { idempotencyKey: 'top-up-2' }),
  );
  expect(declined).toMatchObject({
    statusCode: 402,
    type: 'StripeCardError',
    code: 'card_declined',
    decline_code: 'generic_decline',
  });
  expect(declined.payment_intent).toMatchObject({ status: 'requires_payment_method' });
  const again = await failure(
    stripe.paymentIntents.create({ ...params, payment_method: failing.id }, { idempotencyKey: 'top-up-2' }),
  );
  expect(again.payment_intent?.id).toBe(declined.payment_intent?.id);
  const other = await buyPack();
  expect(
    await failure(stripe.paymentIntents.create({ ...params, customer: other.customer.id })),
  ).toMatchObject({ statusCode: 400, param: 'payment_method' });
});

test('customers are changed, their tax ids are checked', async () => {
  const { stripe } = world;
  const { id } = await stripe.customers.create({ name: 'A team', metadata: { a: '1', b: '2' } });
  const changed = await stripe.customers.update(id, {
    name: 'Acme GmbH',
    address: { line1: 'Hauptstr. 1', city: 'Berlin', postal_code: '10115', country: 'DE' },
    metadata: { a: '', c: '3' },
    invoice_settings: { custom_fields: [{ name: 'PO number', value: 'PO-7' }] },
  });
  expect(changed).toMatchObject({ name: 'Acme GmbH', metadata: { b: '2', c: '3' } });
  expect(changed.metadata).not.toHaveProperty('a');
  const taxId = await stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'DE123456789' });
  expect(taxId).toMatchObject({ country: 'DE', value: 'DE123456789' });
  expect(await failure(stripe.customers.createTaxId(id, { type: 'us_ein', value: 'DE1' }))).toMatchObject({
    code: 'tax_id_invalid',
    param: 'value',
  });
  expect((await stripe.customers.listTaxIds(id)).data).toHaveLength(1);
  expect(await stripe.customers.deleteTaxId(id, taxId.id)).toMatchObject({ deleted: true });
  expect((await stripe.customers.listTaxIds(id)).data).toEqual([]);
});

test('long lists turn by themselves', async () => {
  const { stripe } = world;
  const { customer } = await buyPack();
  const made: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    const { id } = await stripe.paymentIntents.create({
      amount: 100 + index,
      currency: 'usd',
      customer: customer.id,
    });
    made.unshift(id);
  }
  const seen: string[] = [];
  for await (const { id } of stripe.paymentIntents.list({ customer: customer.id, limit: 5 })) seen.push(id);
  expect(seen.slice(0, 12)).toEqual(made);
  expect(seen).toHaveLength(13);
});
