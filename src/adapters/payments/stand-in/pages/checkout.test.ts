/** The payment page's smaller things: a code on and off, what a bank payment carries along, nothing left of a half-filled form. */
import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { CARD, withStandIn, world } from '../../../../../tests/support/stand-in';

withStandIn();

const SITE = 'http://localhost:3000';

async function open(extra: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const { id } = await world.stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [
      { quantity: 1, price_data: { currency: 'usd', unit_amount: 2900, product_data: { name: 'Pack' } } },
    ],
    success_url: `${SITE}/done`,
    allow_promotion_codes: true,
    ...extra,
  });
  return { id, read: () => world.stripe.checkout.sessions.retrieve(id, { expand: ['customer'] }) };
}

test('a code is shown, taken off again, and stays while a card is declined', async () => {
  const { page } = world.standIn;
  const { id, read } = await open();
  expect(page.applyCode(id, 'nothing')).toContain('invalid');
  expect(page.applyCode(id, ' half ')).toBeNull();
  expect(page.showCheckout(id)).toMatchObject({
    amount: 1450,
    subtotal: 2900,
    discount: { name: 'HALF', amount: 1450 },
  });
  page.pay(id, { ...CARD, number: '4000000000000002' });
  expect((await read()).amount_total).toBe(1450);
  expect(page.applyCode(id, '')).toBeNull();
  expect(page.showCheckout(id)).toMatchObject({ amount: 2900, discount: null });
  expect(page.pay(id, CARD).status).toBe('paid');
  expect(await read()).toMatchObject({ amount_total: 2900, total_details: { amount_discount: 0 } });
});

test('a bank payment takes the code and the address along', async () => {
  const { page } = world.standIn;
  const asks = { billing_address_collection: 'required', customer_creation: 'always' } as const;
  const { id, read } = await open(asks);
  expect(page.payByBank(id)).toMatchObject({ status: 'incomplete', fields: { line1: expect.any(String) } });
  expect(page.payByBank(id, { promotionCode: 'NOPE' })).toMatchObject({
    fields: { promotionCode: expect.any(String) },
  });
  const buyer = { name: 'Acme GmbH', line1: 'Hauptstr. 1', city: 'Berlin', country: 'de' };
  expect(page.payByBank(id, { promotionCode: 'HALF', buyer })).toMatchObject({ status: 'processing' });
  expect(await read()).toMatchObject({
    amount_total: 1450,
    customer: { name: 'Acme GmbH', address: { country: 'DE' } },
  });
});

test('nothing is left to pay by bank either', async () => {
  const { page } = world.standIn;
  const { id, read } = await open();
  expect(page.payByBank(id, { promotionCode: 'FREE' }).status).toBe('paid');
  expect(await read()).toMatchObject({ payment_status: 'no_payment_required', payment_intent: null });
});

test('a half-filled form leaves no card and no customer', async () => {
  const { store, page } = world.standIn;
  const { id } = await open({ billing_address_collection: 'required', customer_creation: 'always' });
  const count = () => [Object.keys(store.customers).length, Object.keys(store.paymentMethods).length];
  const before = count();
  expect(page.pay(id, CARD).status).toBe('incomplete');
  expect(count()).toEqual(before);
});
