/** Plans through the real SDK: begun on a page, renewed by a moved clock, changed, unpaid, ended. */
import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { CARD, eventsAbout, failure, withStandIn, world } from '../../../../tests/support/stand-in';

withStandIn();

const DAY = 86_400_000;

function plan(name: string, cents: number): Stripe.Checkout.SessionCreateParams.LineItem {
  return {
    quantity: 1,
    price_data: {
      currency: 'usd',
      unit_amount: cents,
      recurring: { interval: 'month' },
      product_data: { name },
    },
  };
}

async function begin(card = CARD, extra: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const { stripe, standIn } = world;
  const customer = await stripe.customers.create({ name: 'A team', email: 'owner@example.test' });
  const { id } = await stripe.checkout.sessions.create({
    mode: 'subscription',
    customer: customer.id,
    line_items: [plan('Plus', 999)],
    success_url: 'http://localhost:3000/done',
    subscription_data: { metadata: { organization_id: 'org_1' } },
    ...extra,
  });
  const result = standIn.page.pay(id, card);
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['subscription', 'invoice'] });
  return { customer, session, result, subscription: session.subscription as Stripe.Subscription };
}

async function read(subscription: Stripe.Subscription): Promise<Stripe.Subscription> {
  return world.stripe.subscriptions.retrieve(subscription.id);
}

function itemOf(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = subscription.items.data;
  return item ?? expect.fail('a subscription without an item');
}

async function invoicesOf(subscription: Stripe.Subscription): Promise<Stripe.Invoice[]> {
  return (await world.stripe.invoices.list({ subscription: subscription.id })).data;
}

test('a plan begins with its first invoice paid', async () => {
  const { session, subscription } = await begin();
  expect(session).toMatchObject({ status: 'complete', payment_status: 'paid', payment_intent: null });
  expect(subscription).toMatchObject({ status: 'active', metadata: { organization_id: 'org_1' } });
  const item = itemOf(subscription);
  expect(new Date(item.current_period_end * 1000).toISOString()).toBe('2026-12-20T10:00:00.000Z');
  const invoice = await world.stripe.invoices.retrieve((session.invoice as Stripe.Invoice).id, {
    expand: ['payments.data.payment.payment_intent.latest_charge'],
  });
  expect(invoice).toMatchObject({
    billing_reason: 'subscription_create',
    status: 'paid',
    amount_paid: 999,
    parent: {
      subscription_details: { subscription: subscription.id, metadata: { organization_id: 'org_1' } },
    },
  });
  expect(invoice.lines.data[0]).toMatchObject({
    amount: 999,
    period: { start: item.current_period_start, end: item.current_period_end },
    parent: { subscription_item_details: { subscription: subscription.id, proration: false } },
  });
  const paid = invoice.payments?.data[0]?.payment.payment_intent as Stripe.PaymentIntent;
  expect((paid.latest_charge as Stripe.Charge).amount).toBe(999);
  expect(await eventsAbout(subscription.id)).toEqual(['customer.subscription.created']);
  expect(await eventsAbout(invoice.id ?? '')).toEqual([
    'invoice.created',
    'invoice.finalized',
    'invoice.paid',
    'invoice.payment_succeeded',
  ]);
  await world.stripe.subscriptions.cancel(subscription.id);
});

test('a declined first charge begins nothing', async () => {
  const { result, session } = await begin({ ...CARD, number: '4000000000000002' });
  expect(result).toEqual({ status: 'declined', message: 'Your card was declined.' });
  expect(session).toMatchObject({ status: 'open', subscription: null });
});

test('the moved clock renews period by period', async () => {
  const { subscription } = await begin();
  world.standIn.control.moveClock(65 * DAY);
  const invoices = await invoicesOf(subscription);
  expect(invoices.map(({ billing_reason, status }) => [billing_reason, status])).toEqual([
    ['subscription_cycle', 'paid'],
    ['subscription_cycle', 'paid'],
    ['subscription_create', 'paid'],
  ]);
  const starts = invoices.map(({ lines }) => lines.data[0]?.period.start ?? 0);
  expect(starts.map((start) => new Date(start * 1000).toISOString().slice(0, 10))).toEqual([
    '2027-01-20',
    '2026-12-20',
    '2026-11-20',
  ]);
  expect(invoices.map(({ created, lines }) => created === lines.data[0]?.period.start)).toEqual([
    true,
    true,
    true,
  ]);
  expect(new Set(invoices.map(({ number }) => number)).size).toBe(3);
  await world.stripe.subscriptions.cancel(subscription.id);
});

test('an unpaid renewal is tried four times, then the plan ends', async () => {
  const { stripe, standIn } = world;
  const { subscription, customer } = await begin();
  standIn.control.attachCard(customer.id, '4000 0000 0000 0341');
  standIn.control.moveToNextRenewal(subscription.id);
  expect((await read(subscription)).status).toBe('past_due');
  const [open] = await invoicesOf(subscription);
  expect(open).toMatchObject({ status: 'open', attempt_count: 1, amount_remaining: 999 });
  expect(open?.next_payment_attempt).toBe((open?.created ?? 0) + 3 * 86_400);
  standIn.control.moveClock(8 * DAY);
  expect((await invoicesOf(subscription))[0]).toMatchObject({ attempt_count: 3 });
  expect((await read(subscription)).status).toBe('past_due');
  standIn.control.moveClock(7 * DAY);
  expect(await read(subscription)).toMatchObject({
    status: 'canceled',
    cancellation_details: { reason: 'payment_failed' },
  });
  expect((await eventsAbout(subscription.id)).at(-1)).toBe('customer.subscription.deleted');
  const failed = (await eventsAbout(open?.id ?? '')).filter((type) => type === 'invoice.payment_failed');
  expect(failed).toHaveLength(4);
  expect((await stripe.subscriptions.list({ customer: customer.id })).data).toEqual([]);
  expect((await stripe.subscriptions.list({ customer: customer.id, status: 'all' })).data).toHaveLength(1);
});

test('another card brings an unpaid plan back', async () => {
  const { standIn, stripe } = world;
  const { subscription, customer } = await begin();
  standIn.control.attachCard(customer.id, '4000000000000341');
  standIn.control.moveToNextRenewal(subscription.id);
  const [open] = await invoicesOf(subscription);
  expect(await failure(stripe.invoices.pay(open?.id ?? ''))).toMatchObject({ statusCode: 402 });
  for (const _again of [1, 2, 3]) await failure(stripe.invoices.pay(open?.id ?? ''));
  // Tries by hand are none of the schedule's: they end nothing.
  expect((await read(subscription)).status).toBe('past_due');
  standIn.control.attachCard(customer.id, '4242424242424242');
  expect((await stripe.invoices.pay(open?.id ?? '')).status).toBe('paid');
  expect((await read(subscription)).status).toBe('active');
  const [last] = (await stripe.events.list({ type: 'customer.subscription.updated' })).data;
  expect(last?.data.previous_attributes).toEqual({ status: 'past_due' });
  await stripe.subscriptions.cancel(subscription.id);
});

test('a bigger plan in the middle of a month: previewed, credited, charged at once', async () => {
  const { stripe, standIn } = world;
  const { subscription } = await begin();
  const item = itemOf(subscription);
  const half = (item.current_period_end - item.current_period_start) / 2;
  const product = await stripe.products.create({ id: 'plan_pro', name: 'Pro' });
  const price_data = {
    currency: 'usd',
    unit_amount: 2999,
    product: product.id,
    recurring: { interval: 'month' as const },
  };
  const change = {
    items: [{ id: item.id, price_data }],
    proration_behavior: 'always_invoice' as const,
    proration_date: item.current_period_start + half,
  };
  const preview = await stripe.invoices.createPreview({
    subscription: subscription.id,
    subscription_details: change,
  });
  expect(preview.lines.data.map(({ amount }) => amount)).toEqual([-500, 1500]);
  expect(preview).toMatchObject({ status: 'draft', total: 1000, billing_reason: 'subscription_update' });
  expect(itemOf(await read(subscription)).price.unit_amount).toBe(999);

  standIn.control.moveClock(half * 1000);
  await stripe.subscriptions.update(subscription.id, { ...change, payment_behavior: 'error_if_incomplete' });
  const [invoice] = await invoicesOf(subscription);
  expect(invoice).toMatchObject({ billing_reason: 'subscription_update', status: 'paid', total: 1000 });
  expect(invoice?.lines.data.every(({ parent }) => parent?.invoice_item_details?.proration)).toBe(true);
  const after = itemOf(await read(subscription));
  expect(after.price).toMatchObject({ unit_amount: 2999, product: 'plan_pro' });
  expect(after.current_period_end).toBe(item.current_period_end);
  await stripe.subscriptions.cancel(subscription.id);
});

test('a refused card leaves the plan as it was', async () => {
  const { stripe, standIn } = world;
  const { subscription, customer } = await begin();
  standIn.control.attachCard(customer.id, '4000000000000341');
  const item = itemOf(subscription);
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 2999,
    recurring: { interval: 'month' },
    product_data: { name: 'Pro' },
    lookup_key: 'pro_monthly',
  });
  expect((await stripe.prices.list({ lookup_keys: ['pro_monthly'] })).data[0]?.id).toBe(price.id);
  const update = stripe.subscriptions.update(subscription.id, {
    items: [{ id: item.id, price: price.id }],
    proration_behavior: 'always_invoice',
    payment_behavior: 'error_if_incomplete',
  });
  expect(await failure(update)).toMatchObject({ statusCode: 402, code: 'card_declined' });
  expect(itemOf(await read(subscription)).price.unit_amount).toBe(999);
  expect(await invoicesOf(subscription)).toHaveLength(1);
  await stripe.subscriptions.cancel(subscription.id);
});

test('a smaller plan without proration is billed with the next period; prorations wait for it', async () => {
  const { stripe, standIn } = world;
  const { subscription } = await begin();
  const item = itemOf(subscription);
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 2999,
    recurring: { interval: 'month' },
    product_data: { name: 'Pro' },
  });
  await stripe.subscriptions.update(subscription.id, { items: [{ id: item.id, price: price.id }] });
  expect(await invoicesOf(subscription)).toHaveLength(1);
  standIn.control.moveToNextRenewal(subscription.id);
  const [invoice] = await invoicesOf(subscription);
  expect(invoice?.lines.data.map(({ amount }) => amount)).toEqual([-999, 2999, 2999]);
  const smaller = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 999,
    recurring: { interval: 'month' },
    product_data: { name: 'Plus' },
  });
  await stripe.subscriptions.update(subscription.id, {
    items: [{ id: item.id, price: smaller.id }],
    proration_behavior: 'none',
  });
  standIn.control.moveToNextRenewal(subscription.id);
  expect((await invoicesOf(subscription))[0]).toMatchObject({ total: 999, status: 'paid' });
  await stripe.subscriptions.cancel(subscription.id);
});

test('an end with the period, taken back and wanted again', async () => {
  const { stripe, standIn } = world;
  const { subscription } = await begin();
  const ending = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
  expect(ending).toMatchObject({
    status: 'active',
    cancel_at_period_end: true,
    cancel_at: itemOf(subscription).current_period_end,
  });
  expect(await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false })).toMatchObject({
    cancel_at: null,
    canceled_at: null,
  });
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
  standIn.control.moveToNextRenewal(subscription.id);
  expect((await read(subscription)).status).toBe('canceled');
  expect(await invoicesOf(subscription)).toHaveLength(1);
  expect(await failure(stripe.subscriptions.cancel(subscription.id))).toMatchObject({ statusCode: 404 });
});

test('a code takes its part off the first invoice only', async () => {
  const { stripe, standIn } = world;
  const { subscription, session } = await begin(
    { ...CARD, ...{ promotionCode: 'HALF' } },
    {
      allow_promotion_codes: true,
    },
  );
  expect(session).toMatchObject({ amount_total: 499, total_details: { amount_discount: 500 } });
  standIn.control.moveToNextRenewal(subscription.id);
  expect((await invoicesOf(subscription)).map(({ total }) => total)).toEqual([999, 499]);
  await stripe.subscriptions.cancel(subscription.id);
});

test('products and prices have ids and keys of their own', async () => {
  const { stripe } = world;
  await stripe.products.create({ id: 'plan_twice', name: 'Twice' });
  expect(await failure(stripe.products.create({ id: 'plan_twice', name: 'Twice' }))).toMatchObject({
    code: 'resource_already_exists',
  });
  expect((await stripe.products.update('plan_twice', { name: 'Once' })).name).toBe('Once');
  const oneTime = await stripe.prices.create({ currency: 'usd', unit_amount: 100, product: 'plan_twice' });
  const wrong = stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [{ price: oneTime.id, quantity: 1 }],
    success_url: 'http://localhost:3000/done',
  });
  expect(await failure(wrong)).toMatchObject({ param: 'line_items' });
});
