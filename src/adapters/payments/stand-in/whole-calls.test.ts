/** Every call that changes something is done whole or not at all: each is sent with a part that cannot be shown, then without. */
import { expect, test } from 'vitest';
import { buyPack, CARD, sendRaw, withStandIn, world } from '../../../../tests/support/stand-in';
import { ROUTES } from './calls';

withStandIn();

const SITE = 'http://localhost:3000';

type Sent = { path: string; body?: string };

async function customer(): Promise<string> {
  return (await world.stripe.customers.create({ name: 'A team', email: 'owner@acme.example' })).id;
}

async function plan(): Promise<string> {
  const { stripe, standIn } = world;
  const session = await stripe.checkout.sessions.create({
    mode: 'subscription',
    customer: await customer(),
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'usd',
          unit_amount: 999,
          product_data: { name: 'Plus' },
          recurring: { interval: 'month' },
        },
      },
    ],
    success_url: SITE,
  });
  standIn.page.pay(session.id, CARD);
  return standIn.store.sessions[session.id]?.subscription ?? '';
}

async function draft(): Promise<string> {
  const { stripe } = world;
  const of = await customer();
  const { id = '' } = await stripe.invoices.create({
    customer: of,
    collection_method: 'send_invoice',
    days_until_due: 30,
  });
  await stripe.invoiceItems.create({ customer: of, invoice: id, amount: 19_900, currency: 'usd' });
  return id;
}

async function open(): Promise<string> {
  const id = await draft();
  await world.stripe.invoices.finalizeInvoice(id);
  return id;
}

async function payment(): Promise<string> {
  return (await world.stripe.paymentIntents.create({ amount: 500, currency: 'usd' })).id;
}

async function price(): Promise<string> {
  const made = await world.stripe.prices.create({
    currency: 'usd',
    unit_amount: 500,
    product_data: { name: 'A thing' },
  });
  return made.id;
}

async function paidCharge(): Promise<string> {
  return (await buyPack()).charge.id;
}

async function card(): Promise<string> {
  return world.standIn.control.attachCard(await customer(), '4242424242424242').id;
}

async function portal(): Promise<string> {
  const features = { invoice_history: { enabled: true } };
  return (await world.stripe.billingPortal.configurations.create({ features })).id;
}

const form = (fields: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString();

const VALID: Record<string, () => Promise<Sent>> = {
  'POST /v1/customers': async () => ({
    path: '/v1/customers',
    body: form({ name: 'x', 'tax_id_data[0][type]': 'eu_vat', 'tax_id_data[0][value]': 'DE123456789' }),
  }),
  'POST /v1/customers/:id': async () => ({ path: `/v1/customers/${await customer()}`, body: 'name=y' }),
  'POST /v1/customers/:id/balance_transactions': async () => ({
    path: `/v1/customers/${await customer()}/balance_transactions`,
    body: form({ amount: -500, currency: 'usd' }),
  }),
  'POST /v1/customers/:id/tax_ids': async () => ({
    path: `/v1/customers/${await customer()}/tax_ids`,
    body: form({ type: 'eu_vat', value: 'DE123456789' }),
  }),
  'DELETE /v1/customers/:id/tax_ids/:tax': async () => {
    const of = await customer();
    const { id } = await world.stripe.customers.createTaxId(of, { type: 'eu_vat', value: 'DE123456789' });
    return { path: `/v1/customers/${of}/tax_ids/${id}` };
  },
  'POST /v1/payment_methods/:id': async () => ({
    path: `/v1/payment_methods/${await card()}`,
    body: 'metadata[a]=b',
  }),
  'POST /v1/payment_methods/:id/attach': async () => {
    const id = await card();
    await world.stripe.paymentMethods.detach(id);
    return { path: `/v1/payment_methods/${id}/attach`, body: form({ customer: await customer() }) };
  },
  'POST /v1/payment_methods/:id/detach': async () => ({ path: `/v1/payment_methods/${await card()}/detach` }),
  'POST /v1/checkout/sessions': async () => ({
    path: '/v1/checkout/sessions',
    body: form({
      mode: 'payment',
      success_url: SITE,
      'line_items[0][quantity]': 1,
      'line_items[0][price_data][currency]': 'usd',
      'line_items[0][price_data][unit_amount]': 2900,
      'line_items[0][price_data][product_data][name]': 'Pack',
      'discounts[0][coupon]': 'HALF',
    }),
  }),
  'POST /v1/checkout/sessions/:id/expire': async () => {
    const { id } = await world.stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'usd',
      success_url: SITE,
    });
    return { path: `/v1/checkout/sessions/${id}/expire` };
  },
  'POST /v1/payment_intents': async () => {
    const method = await card();
    const of = world.standIn.store.paymentMethods[method]?.customer ?? '';
    const fields = { amount: 500, currency: 'usd', customer: of, payment_method: method, confirm: 'true' };
    return { path: '/v1/payment_intents', body: form(fields) };
  },
  'POST /v1/payment_intents/:id': async () => ({
    path: `/v1/payment_intents/${await payment()}`,
    body: 'description=x',
  }),
  'POST /v1/payment_intents/:id/confirm': async () => {
    const method = await card();
    await world.stripe.paymentMethods.detach(method);
    return { path: `/v1/payment_intents/${await payment()}/confirm`, body: form({ payment_method: method }) };
  },
  'POST /v1/payment_intents/:id/cancel': async () => ({
    path: `/v1/payment_intents/${await payment()}/cancel`,
  }),
  'POST /v1/refunds': async () => ({ path: '/v1/refunds', body: form({ charge: await paidCharge() }) }),
  'POST /v1/refunds/:id': async () => {
    const { id } = await world.stripe.refunds.create({ charge: await paidCharge() });
    return { path: `/v1/refunds/${id}`, body: 'metadata[a]=b' };
  },
  'POST /v1/disputes/:id/close': async () => ({
    path: `/v1/disputes/${world.standIn.control.openDispute(await paidCharge()).id}/close`,
  }),
  'POST /v1/products': async () => ({ path: '/v1/products', body: 'name=x' }),
  'POST /v1/products/:id': async () => {
    const { id } = await world.stripe.products.create({ name: 'x' });
    return { path: `/v1/products/${id}`, body: 'name=y' };
  },
  'POST /v1/prices': async () => ({
    path: '/v1/prices',
    body: form({ currency: 'usd', unit_amount: 5, 'product_data[name]': 'x' }),
  }),
  'POST /v1/prices/:id': async () => ({ path: `/v1/prices/${await price()}`, body: 'nickname=x' }),
  'POST /v1/coupons': async () => ({ path: '/v1/coupons', body: 'percent_off=10' }),
  'POST /v1/promotion_codes': async () => ({
    path: '/v1/promotion_codes',
    body: form({ 'promotion[type]': 'coupon', 'promotion[coupon]': 'HALF' }),
  }),
  'POST /v1/subscriptions': async () => {
    const method = await card();
    const product = (await world.stripe.products.create({ name: 'Plus' })).id;
    const items = {
      'items[0][price_data][currency]': 'usd',
      'items[0][price_data][unit_amount]': 999,
      'items[0][price_data][product]': product,
      'items[0][price_data][recurring][interval]': 'month',
    };
    const of = world.standIn.store.paymentMethods[method]?.customer ?? '';
    return { path: '/v1/subscriptions', body: form({ customer: of, ...items }) };
  },
  'POST /v1/subscriptions/:id': async () => ({
    path: `/v1/subscriptions/${await plan()}`,
    body: 'cancel_at_period_end=true',
  }),
  'DELETE /v1/subscriptions/:id': async () => ({ path: `/v1/subscriptions/${await plan()}` }),
  'POST /v1/invoices/create_preview': async () => ({
    path: '/v1/invoices/create_preview',
    body: form({ subscription: await plan() }),
  }),
  'POST /v1/invoices': async () => ({ path: '/v1/invoices', body: form({ customer: await customer() }) }),
  'POST /v1/invoices/:id': async () => ({ path: `/v1/invoices/${await draft()}`, body: 'footer=x' }),
  'DELETE /v1/invoices/:id': async () => ({ path: `/v1/invoices/${await draft()}` }),
  'POST /v1/invoices/:id/finalize': async () => ({ path: `/v1/invoices/${await draft()}/finalize` }),
  'POST /v1/invoices/:id/send': async () => ({ path: `/v1/invoices/${await draft()}/send` }),
  'POST /v1/invoices/:id/pay': async () => ({
    path: `/v1/invoices/${await open()}/pay`,
    body: 'paid_out_of_band=true',
  }),
  'POST /v1/invoices/:id/void': async () => ({ path: `/v1/invoices/${await open()}/void` }),
  'POST /v1/invoices/:id/mark_uncollectible': async () => ({
    path: `/v1/invoices/${await open()}/mark_uncollectible`,
  }),
  'POST /v1/invoiceitems': async () => ({
    path: '/v1/invoiceitems',
    body: form({ customer: await customer(), amount: 5, currency: 'usd' }),
  }),
  'DELETE /v1/invoiceitems/:id': async () => {
    const of = await customer();
    const { id } = await world.stripe.invoiceItems.create({ customer: of, amount: 5, currency: 'usd' });
    return { path: `/v1/invoiceitems/${id}` };
  },
  'POST /v1/credit_notes': async () => ({
    path: '/v1/credit_notes',
    body: form({ invoice: await open(), amount: 100 }),
  }),
  'POST /v1/credit_notes/:id/void': async () => {
    const { id } = await world.stripe.creditNotes.create({ invoice: await open(), amount: 100 });
    return { path: `/v1/credit_notes/${id}/void` };
  },
  'POST /v1/billing_portal/configurations': async () => ({
    path: '/v1/billing_portal/configurations',
    body: form({ 'features[invoice_history][enabled]': 'true' }),
  }),
  'POST /v1/billing_portal/configurations/:id': async () => ({
    path: `/v1/billing_portal/configurations/${await portal()}`,
    body: 'name=x',
  }),
  'POST /v1/billing_portal/sessions': async () => ({
    path: '/v1/billing_portal/sessions',
    body: form({
      customer: await customer(),
      configuration: await portal(),
      return_url: `${SITE}/elsewhere`,
    }),
  }),
};

const CHANGING = ROUTES.filter(({ method }) => method !== 'GET').map(
  ({ method, name }) => `${method} ${name}`,
);

test('there is a case for every call that changes something', () => {
  expect(CHANGING.filter((call) => !VALID[call])).toEqual([]);
});

test.each(CHANGING)('%s', async (call) => {
  world.standIn.control.pauseWebhooks();
  const { path, body = '' } = (await VALID[call]?.()) ?? { path: '' };
  const method = call.split(' ')[0] ?? '';
  const before = JSON.stringify(world.standIn.store);
  const refused = await sendRaw(method, path, [body, 'expand[]=nothing'].filter(Boolean).join('&'));
  expect(refused).toMatchObject({ status: 400, error: { param: 'expand' } });
  // Not compared as text: a difference would be printed, and it is long.
  expect(JSON.stringify(world.standIn.store) === before).toBe(true);
  expect(await sendRaw(method, path, body)).toMatchObject({ status: 200 });
});
