/** What Stripe refuses, the stand-in refuses, in the same words; and a refused call leaves nothing behind. */
import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { buyPack, CARD, failure, sendRaw, withStandIn, world } from '../../../../tests/support/stand-in';

withStandIn();

const SITE = 'http://localhost:3000';
const DAY = 86_400;
type SessionParams = Stripe.Checkout.SessionCreateParams;

const line = (unit_amount = 2900) => ({
  quantity: 1,
  price_data: { currency: 'usd', unit_amount, product_data: { name: 'A pack' } },
});
const monthly = {
  quantity: 1,
  price_data: {
    currency: 'usd',
    unit_amount: 999,
    product_data: { name: 'Plus' },
    recurring: { interval: 'month' as const },
  },
};
const page = (extra: Partial<SessionParams> = {}): SessionParams => ({
  mode: 'payment',
  line_items: [line()],
  success_url: `${SITE}/done`,
  ...extra,
});

/** Everything the stand-in knows, apart from what is kept for repeated keys. */
function state(): Record<string, string> {
  const { answers: _answers, ...parts } = world.standIn.store;
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)]));
}

const changedParts = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys(before).filter((name) => before[name] !== after[name]);

test('a missing choice is missing, not wrong', async () => {
  const { mode: _mode, ...rest } = page();
  expect(await failure(world.stripe.checkout.sessions.create(rest))).toMatchObject({
    statusCode: 400,
    code: 'parameter_missing',
    param: 'mode',
  });
});

test('what does not go together on a page is refused', async () => {
  const { stripe } = world;
  const customer = (await stripe.customers.create({ email: 'owner@acme.example' })).id;
  const coupon = (await stripe.coupons.create({ percent_off: 10 })).id;
  const plan = { mode: 'subscription' as const, customer, line_items: [monthly] };
  const cases: [Partial<SessionParams>, string][] = [
    [{ customer, customer_email: 'other@acme.example' }, 'customer_email'],
    [{ customer, customer_creation: 'always' }, 'customer_creation'],
    [{ allow_promotion_codes: true, discounts: [{ coupon }] }, 'discounts'],
    [{ customer_update: { name: 'auto' } }, 'customer_update'],
    [{ mode: 'subscription', line_items: [monthly], customer_creation: 'always' }, 'customer_creation'],
    [{ payment_method_collection: 'if_required' }, 'payment_method_collection'],
    [{ ...plan, payment_intent_data: { description: 'x' } }, 'payment_intent_data'],
    [{ mode: 'setup', currency: 'usd' }, 'line_items'],
  ];
  for (const [extra, param] of cases)
    expect(await failure(stripe.checkout.sessions.create(page(extra)))).toMatchObject({
      statusCode: 400,
      param,
    });
});

test('a coupon that is over or used up is refused', async () => {
  const { stripe, standIn } = world;
  const now = Math.floor(standIn.control.now().getTime() / 1000);
  const over = await stripe.coupons.create({ percent_off: 10, redeem_by: now + DAY });
  const once = await stripe.coupons.create({ percent_off: 10, max_redemptions: 1 });
  const code = await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: once.id } });
  const { id } = await stripe.checkout.sessions.create(page({ discounts: [{ coupon: once.id }] }));
  standIn.page.pay(id, CARD);
  standIn.control.moveClock(2 * DAY * 1000);
  for (const discount of [{ coupon: over.id }, { coupon: once.id }, { promotion_code: code.id }]) {
    const refused = await failure(stripe.checkout.sessions.create(page({ discounts: [discount] })));
    expect(refused).toMatchObject({ statusCode: 400, code: 'coupon_expired' });
  }
});

test('an invoice is not sent to somebody without an address', async () => {
  const { stripe } = world;
  const { id: customer } = await stripe.customers.create({ name: 'No mail' });
  const wanted = { customer, collection_method: 'send_invoice' as const, days_until_due: 30 };
  expect((await failure(stripe.invoices.create(wanted))).message).toContain('Missing email');
});

test('a list goes on where it was, also when the last object seen does not fit any more', async () => {
  const { stripe } = world;
  const { id: customer } = await stripe.customers.create({ email: 'lists@acme.example' });
  const made: string[] = [];
  for (const amount of [100, 200, 300, 400])
    made.unshift((await stripe.paymentIntents.create({ amount, currency: 'usd', customer })).id);
  const other = await stripe.paymentIntents.create({ amount: 500, currency: 'usd' });
  const ids = async (params: Stripe.PaymentIntentListParams) =>
    (await stripe.paymentIntents.list({ customer, ...params })).data.map(({ id }) => id);
  expect(await ids({ starting_after: other.id })).toEqual(made);
  expect(await ids({ starting_after: made[1], limit: 1 })).toEqual([made[2]]);
  expect(await ids({ ending_before: made[3], limit: 2 })).toEqual([made[1], made[2]]);
  for (const param of ['starting_after', 'ending_before'] as const) {
    const unknown = stripe.paymentIntents.list({ customer, [param]: 'pi_nothing' });
    expect(await failure(unknown)).toMatchObject({ statusCode: 400, code: 'resource_missing', param });
  }
  const both = stripe.paymentIntents.list({ starting_after: made[0], ending_before: made[1] });
  expect(await failure(both)).toMatchObject({ statusCode: 400 });
});

test('words that every object knows are no ids, keys or parts', async () => {
  const key = { 'idempotency-key': 'constructor' };
  expect((await sendRaw('GET', '/v1/customers/constructor')).status).toBe(404);
  expect((await sendRaw('POST', '/v1/customers/__proto__', 'name=x')).status).toBe(404);
  expect((await sendRaw('POST', '/v1/customers', 'name=x', key)).status).toBe(200);
  expect((await sendRaw('POST', '/v1/customers', 'name=x&expand[]=constructor')).status).toBe(400);
  const odd = 'tax_id_data[0][type]=constructor&tax_id_data[0][value]=x';
  expect((await sendRaw('POST', '/v1/customers', odd)).status).toBe(400);
});

test('a path that is no text is no call', async () => {
  expect((await sendRaw('GET', '/v1/customers/%E0%A4%A')).status).toBe(404);
});

test('a key means nothing for a DELETE', async () => {
  const { stripe } = world;
  const { id } = await stripe.customers.create({ name: 'Two tax ids' });
  const options = { idempotencyKey: 'delete-one' };
  for (const value of ['DE123456789', 'DE987654321']) {
    const made = await stripe.customers.createTaxId(id, { type: 'eu_vat', value });
    expect(await stripe.customers.deleteTaxId(id, made.id, {}, options)).toMatchObject({ id: made.id });
  }
  expect((await stripe.customers.listTaxIds(id)).data).toEqual([]);
});

test('numbers are keys of metadata like any others', async () => {
  const { stripe } = world;
  const { id } = await stripe.customers.create({ metadata: { 0: 'zero', 1: 'one' } });
  const changed = await stripe.customers.update(id, { metadata: { 0: '', 7: 'seven' } });
  expect(changed.metadata).toEqual({ 1: 'one', 7: 'seven' });
});

test('paying what a cancelled plan still owed does not bring it back, and neither does a decline', async () => {
  const { stripe, standIn } = world;
  const { id: customer } = await stripe.customers.create({ email: 'owner@acme.example' });
  const session = await stripe.checkout.sessions.create(
    page({ mode: 'subscription', customer, line_items: [monthly] }),
  );
  standIn.page.pay(session.id, CARD);
  const [plan] = (await stripe.subscriptions.list({ customer })).data;
  const id = plan?.id ?? '';
  standIn.control.attachCard(customer, '4000000000000341');
  standIn.control.moveToNextRenewal(id);
  await stripe.subscriptions.cancel(id);
  const [open] = (await stripe.invoices.list({ subscription: id, status: 'open' })).data;
  expect(await failure(stripe.invoices.pay(open?.id ?? ''))).toMatchObject({ statusCode: 402 });
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
  standIn.control.moveClock(40 * DAY * 1000);
  expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(2);
  const { id: payment_method } = standIn.control.attachCard(customer, '4242424242424242');
  expect((await stripe.invoices.pay(open?.id ?? '', { payment_method })).status).toBe('paid');
  expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
  const noted = await stripe.subscriptions.update(id, { metadata: { note: 'left' } });
  expect(noted.metadata).toEqual({ note: 'left' });
  expect(await failure(stripe.subscriptions.update(id, { description: 'x' }))).toMatchObject({
    statusCode: 400,
  });
});

test('what is refused leaves no product, customer, discount or event behind', async () => {
  const { stripe, standIn } = world;
  standIn.control.pauseWebhooks();
  const { customer } = await buyPack();
  const bad = { expand: ['nothing'] };
  const refused: (() => Promise<unknown>)[] = [
    () => stripe.checkout.sessions.create(page({ line_items: [line(10)] })),
    () => stripe.checkout.sessions.create(page({ line_items: [line(), monthly] })),
    () => stripe.checkout.sessions.create(page({ discounts: [{ coupon: 'NONE' }] })),
    () => stripe.customers.create({ name: 'x', tax_id_data: [{ type: 'eu_vat', value: 'no' }] }),
    () =>
      stripe.customers.update(customer.id, {
        name: 'y',
        invoice_settings: { default_payment_method: 'pm_1' },
      }),
    () => stripe.customers.create({ name: 'x', ...bad }),
    () =>
      stripe.invoiceItems.create({
        customer: customer.id,
        price_data: { currency: 'usd', unit_amount: 1, product: 'p' },
      }),
    () => stripe.prices.create({ currency: 'usd', unit_amount: 5, product_data: { name: 'x' }, ...bad }),
  ];
  for (const call of refused) {
    const before = state();
    await failure(call());
    expect(changedParts(before, state())).toEqual([]);
  }
});
