/** Cards whose owner confirms a charge with the bank (3-D Secure): on the pages, by a call, and when nobody is there. */
import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { buyPack, CARD, eventsAbout, failure, withStandIn, world } from '../../../../tests/support/stand-in';

withStandIn();

const SECURE = { ...CARD, number: '4000 0027 6000 3184' };
/** Asks once, and not again when it was kept. */
const ONCE = { ...CARD, number: '4000 0025 0000 3155' };
const SITE = 'http://localhost:3000';
const DAY = 86_400_000;

async function page(
  mode: 'payment' | 'subscription' | 'setup',
  extra: Stripe.Checkout.SessionCreateParams = {},
) {
  const customer = await world.stripe.customers.create({ email: 'owner@acme.example' });
  const price_data = {
    currency: 'usd',
    unit_amount: 2900,
    product_data: { name: 'Pack' },
    ...(mode === 'subscription' ? { recurring: { interval: 'month' as const } } : {}),
  };
  const session = await world.stripe.checkout.sessions.create({
    mode,
    customer: customer.id,
    success_url: `${SITE}/done`,
    ...(mode === 'setup' ? { currency: 'usd' } : { line_items: [{ quantity: 1, price_data }] }),
    ...extra,
  });
  const read = () => world.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
  return { id: session.id, customer: customer.id, read };
}

test('a payment waits for its owner, who confirms it', async () => {
  const { id, read } = await page('payment');
  expect(world.standIn.page.pay(id, SECURE)).toEqual({ status: 'requires_action' });
  expect(world.standIn.page.showCheckout(id)?.confirming).toBe(true);
  const waiting = await read();
  expect(waiting).toMatchObject({ status: 'open', payment_status: 'unpaid' });
  const payment = waiting.payment_intent as Stripe.PaymentIntent;
  expect(payment).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } });
  expect(world.standIn.page.confirm(id, true)).toEqual({ status: 'paid', redirect: `${SITE}/done` });
  expect(await read()).toMatchObject({
    payment_status: 'paid',
    payment_intent: { status: 'succeeded', next_action: null },
  });
  expect(await eventsAbout(payment.id)).toEqual([
    'payment_intent.created',
    'payment_intent.requires_action',
    'payment_intent.succeeded',
  ]);
  expect(world.standIn.page.confirm(id, true)).toEqual({ status: 'closed' });
});

test('or does not: nothing is charged, and another card may pay', async () => {
  const { id, read } = await page('payment');
  world.standIn.page.pay(id, SECURE);
  expect(world.standIn.page.confirm(id, false)).toMatchObject({ status: 'declined' });
  expect(await read()).toMatchObject({
    status: 'open',
    payment_intent: {
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    },
  });
  expect(world.standIn.page.pay(id, CARD).status).toBe('paid');
});

test('a plan begins when its owner has confirmed, and its renewal waits again', async () => {
  const { stripe, standIn } = world;
  const { id, customer } = await page('subscription');
  expect(standIn.page.pay(id, SECURE)).toEqual({ status: 'requires_action' });
  expect((await stripe.subscriptions.list({ customer })).data).toEqual([]);
  expect(standIn.page.confirm(id, true).status).toBe('paid');
  const [plan] = (await stripe.subscriptions.list({ customer })).data;
  expect(plan?.status).toBe('active');
  standIn.control.moveToNextRenewal(plan?.id);
  const [invoice] = (await stripe.invoices.list({ customer })).data;
  const invoiceId = invoice?.id ?? '';
  expect(invoice).toMatchObject({ status: 'open', attempt_count: 1 });
  expect((await eventsAbout(invoiceId)).slice(-2)).toEqual([
    'invoice.payment_action_required',
    'invoice.payment_failed',
  ]);
  expect((await stripe.subscriptions.retrieve(plan?.id ?? '')).status).toBe('past_due');
  expect(standIn.page.showInvoice(invoiceId)?.waitsForOwner).toBe(true);
  expect(standIn.page.confirmInvoice(invoiceId, true)).toEqual({ status: 'paid' });
  expect((await stripe.subscriptions.retrieve(plan?.id ?? '')).status).toBe('active');
});

test('a card is kept when its owner has confirmed; then one kind is charged without asking', async () => {
  const { stripe, standIn } = world;
  for (const [card, code] of [
    [SECURE, 'authentication_required'],
    [ONCE, null],
  ] as const) {
    const { id, customer } = await page('setup');
    expect(standIn.page.pay(id, card)).toEqual({ status: 'requires_action' });
    expect((await stripe.paymentMethods.list({ customer })).data).toEqual([]);
    expect(standIn.page.confirm(id, true).status).toBe('paid');
    const [kept] = (await stripe.paymentMethods.list({ customer })).data;
    const charge = stripe.paymentIntents.create({
      amount: 2900,
      currency: 'usd',
      customer,
      payment_method: kept?.id,
      off_session: true,
      confirm: true,
    });
    if (code) expect(await failure(charge)).toMatchObject({ statusCode: 402, code });
    else expect((await charge).status).toBe('succeeded');
  }
});

test('a charge by a call waits, unless it was told not to', async () => {
  const { stripe, standIn } = world;
  const { customer } = await buyPack();
  const method = standIn.control.attachCard(customer.id, SECURE.number);
  const params = {
    amount: 2900,
    currency: 'usd',
    customer: customer.id,
    payment_method: method.id,
    confirm: true,
  };
  const waiting = await stripe.paymentIntents.create(params);
  expect(waiting.status).toBe('requires_action');
  standIn.control.confirmPayment(waiting.id, true);
  expect((await stripe.paymentIntents.retrieve(waiting.id)).status).toBe('succeeded');
  expect(() => standIn.control.confirmPayment(waiting.id, true)).toThrow('waits for nobody');
  expect(
    await failure(stripe.paymentIntents.create({ ...params, error_on_requires_action: true })),
  ).toMatchObject({ statusCode: 402, code: 'authentication_required' });
});

test('an invoice that is paid off session says what it waits for, and stays open', async () => {
  const { stripe, standIn } = world;
  const { customer } = await buyPack();
  const method = standIn.control.attachCard(customer.id, SECURE.number);
  const { id = '' } = await stripe.invoices.create({ customer: customer.id, auto_advance: false });
  await stripe.invoiceItems.create({ customer: customer.id, invoice: id, amount: 2900, currency: 'usd' });
  await stripe.invoices.finalizeInvoice(id);
  const refused = await failure(stripe.invoices.pay(id, { payment_method: method.id, off_session: true }));
  expect(refused).toMatchObject({
    type: 'StripeCardError',
    statusCode: 402,
    code: 'invoice_payment_intent_requires_action',
    payment_intent: { status: 'requires_action' },
  });
  expect((await stripe.invoices.retrieve(id)).status).toBe('open');
  standIn.control.confirmPayment(refused.payment_intent?.id ?? '', true);
  expect((await stripe.invoices.retrieve(id)).status).toBe('paid');
  expect(await eventsAbout(id)).toContain('invoice.paid');
});

const monthly = async (unit_amount = 999) =>
  (
    await world.stripe.prices.create({
      currency: 'usd',
      unit_amount,
      recurring: { interval: 'month' },
      product_data: { name: 'Plus' },
    })
  ).id;

async function start(number: string | null, extra: Partial<Stripe.SubscriptionCreateParams> = {}) {
  const customer = (await world.stripe.customers.create({ email: 'owner@acme.example' })).id;
  if (number) world.standIn.control.attachCard(customer, number);
  return world.stripe.subscriptions.create({ customer, items: [{ price: await monthly() }], ...extra });
}

test('a plan whose first payment is declined is incomplete until it is paid', async () => {
  const { stripe, standIn } = world;
  const plan = await start('4000000000000341');
  expect(plan.status).toBe('incomplete');
  const [invoice] = (await stripe.invoices.list({ subscription: plan.id })).data;
  expect(invoice).toMatchObject({
    status: 'open',
    billing_reason: 'subscription_create',
    next_payment_attempt: null,
  });
  standIn.control.attachCard(String(plan.customer), '4242424242424242');
  await stripe.invoices.pay(invoice?.id ?? '');
  expect((await stripe.subscriptions.retrieve(plan.id)).status).toBe('active');
  expect(await eventsAbout(plan.id)).toContain('customer.subscription.updated');
});

test('or until a day is nearly over: then it is over, and so is its invoice', async () => {
  const { stripe, standIn } = world;
  const plan = await start(null, { payment_behavior: 'default_incomplete' });
  const [invoice] = (await stripe.invoices.list({ subscription: plan.id })).data;
  standIn.control.moveClock(22 * 3_600_000);
  expect((await stripe.subscriptions.retrieve(plan.id)).status).toBe('incomplete');
  standIn.control.moveClock(2 * 3_600_000);
  expect((await stripe.subscriptions.retrieve(plan.id)).status).toBe('incomplete_expired');
  expect((await stripe.invoices.retrieve(invoice?.id ?? '')).status).toBe('void');
  standIn.control.moveClock(40 * DAY);
  expect((await stripe.invoices.list({ subscription: plan.id })).data).toHaveLength(1);
  const customer = String(plan.customer);
  expect((await stripe.subscriptions.list({ customer, status: 'ended' })).data).toHaveLength(1);
});

test('a plan begun with a good card is active; told to, a bad one begins nothing', async () => {
  const { stripe } = world;
  expect((await stripe.subscriptions.retrieve((await start('4242424242424242')).id)).status).toBe('active');
  const sent = await start(null, { collection_method: 'send_invoice', days_until_due: 30 });
  expect(sent.status).toBe('active');
  const before = Object.keys(world.standIn.store.subscriptions).length;
  const refused = start('4000000000000341', { payment_behavior: 'error_if_incomplete' });
  expect(await failure(refused)).toMatchObject({ statusCode: 402, code: 'card_declined' });
  expect(Object.keys(world.standIn.store.subscriptions)).toHaveLength(before);
});
