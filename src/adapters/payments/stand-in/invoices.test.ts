/** Invoices sent by hand, credit notes, the portal, kept cards: through the real SDK. */
import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { buyPack, CARD, eventsAbout, failure, withStandIn, world } from '../../../../tests/support/stand-in';

withStandIn();

const DAY = 86_400_000;
const SITE = 'http://localhost:3000';

/** A pack on invoice, sent. */
async function sendInvoice(): Promise<Stripe.Invoice> {
  const { stripe } = world;
  const customer = await stripe.customers.create({
    name: 'Acme GmbH',
    email: 'billing@acme.example',
    tax_id_data: [{ type: 'eu_vat', value: 'DE123456789' }],
  });
  const draft = await stripe.invoices.create({
    customer: customer.id,
    collection_method: 'send_invoice',
    days_until_due: 30,
    auto_advance: false,
    custom_fields: [{ name: 'PO number', value: 'PO-4711' }],
    footer: 'Thank you.',
    metadata: { order_id: 'ord_9' },
  });
  await stripe.invoiceItems.create({
    customer: customer.id,
    invoice: draft.id,
    amount: 19_900,
    currency: 'usd',
    description: 'Enterprise pack, 500 credits',
  });
  return stripe.invoices.sendInvoice(draft.id ?? '');
}

test('an invoice is sent, due, overdue and paid by bank', async () => {
  const { stripe, standIn } = world;
  const sent = await sendInvoice();
  expect(sent).toMatchObject({
    status: 'open',
    amount_due: 19_900,
    amount_remaining: 19_900,
    customer_tax_ids: [{ type: 'eu_vat', value: 'DE123456789' }],
    custom_fields: [{ name: 'PO number', value: 'PO-4711' }],
    metadata: { order_id: 'ord_9' },
    lines: { data: [{ description: 'Enterprise pack, 500 credits', amount: 19_900 }] },
  });
  expect(sent.number).toMatch(/^LOCAL-\d{4}$/);
  expect(sent.due_date).toBe((sent.status_transitions.finalized_at ?? 0) + 30 * 86_400);
  expect(sent.hosted_invoice_url).toContain(`/dev/invoices/${sent.id}`);
  expect(await failure(stripe.invoices.update(sent.id ?? '', { footer: 'Later' }))).toMatchObject({
    code: 'invoice_not_editable',
  });
  standIn.control.moveClock(31 * DAY);
  expect(await eventsAbout(sent.id ?? '')).toContain('invoice.overdue');
  standIn.control.payInvoiceByBank(sent.id ?? '');
  const paid = await stripe.invoices.retrieve(sent.id ?? '', { expand: ['payments'] });
  expect(paid).toMatchObject({ status: 'paid', amount_paid: 19_900, amount_remaining: 0 });
  const intent = String(paid.payments?.data[0]?.payment.payment_intent);
  const [charge] = (await stripe.charges.list({ payment_intent: intent })).data;
  expect(charge?.payment_method_details?.type).toBe('us_bank_account');
  const [link] = (
    await stripe.invoicePayments.list({ payment: { type: 'payment_intent', payment_intent: intent } })
  ).data;
  expect(link).toMatchObject({ invoice: sent.id, status: 'paid' });
  expect((await eventsAbout(sent.id ?? '')).slice(-2)).toEqual(['invoice.paid', 'invoice.payment_succeeded']);
});

test('open invoices are voided, written off, or paid outside', async () => {
  const { stripe } = world;
  const [voided, lost, outside] = [await sendInvoice(), await sendInvoice(), await sendInvoice()];
  expect((await stripe.invoices.voidInvoice(voided.id ?? '')).status).toBe('void');
  expect(await failure(stripe.invoices.pay(voided.id ?? ''))).toMatchObject({ statusCode: 400 });
  expect((await stripe.invoices.markUncollectible(lost.id ?? '')).status).toBe('uncollectible');
  const paid = await stripe.invoices.pay(outside.id ?? '', { paid_out_of_band: true });
  expect(paid.status).toBe('paid');
  expect((await stripe.invoices.list({ status: 'void' })).data.map(({ id }) => id)).toEqual([voided.id]);
  expect(await failure(stripe.invoices.pay(outside.id ?? ''))).toMatchObject({
    code: 'invoice_already_paid',
  });
});

test('a credit note carries its refunds and is never more than the invoice', async () => {
  const { stripe } = world;
  const { invoice, charge } = await buyPack(2900);
  const refund = await stripe.refunds.create({ charge: charge.id, amount: 900 });
  const note = await stripe.creditNotes.create({
    invoice: invoice.id ?? '',
    amount: 900,
    refunds: [{ refund: refund.id, amount_refunded: 900 }],
    reason: 'order_change',
    memo: 'Unused credits',
  });
  expect(note).toMatchObject({
    amount: 900,
    status: 'issued',
    type: 'post_payment',
    refunds: [{ refund: refund.id, amount_refunded: 900, type: 'refund' }],
    post_payment_amount: 900,
  });
  expect(note.number).toBe(`${invoice.number}-CN-01`);
  expect(
    await failure(
      stripe.creditNotes.create({ invoice: invoice.id ?? '', amount: 900, refunds: [{ refund: refund.id }] }),
    ),
  ).toMatchObject({ param: 'refunds' });
  expect(await failure(stripe.creditNotes.create({ invoice: invoice.id ?? '', amount: 2001 }))).toMatchObject(
    { param: 'amount' },
  );
  expect((await stripe.creditNotes.list({ invoice: invoice.id ?? '' })).data).toHaveLength(1);
  expect((await stripe.invoices.retrieve(invoice.id ?? '')).post_payment_credit_notes_amount).toBe(900);
  const open = await sendInvoice();
  await stripe.creditNotes.create({ invoice: open.id ?? '', amount: 4900 });
  expect(await stripe.invoices.retrieve(open.id ?? '')).toMatchObject({
    amount_due: 15_000,
    amount_remaining: 15_000,
    pre_payment_credit_notes_amount: 4900,
  });
});

test('the invoice of a paid page has what the page was asked to put on it', async () => {
  const { stripe, standIn } = world;
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    customer_creation: 'always',
    customer_email: 'owner@acme.example',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'usd', unit_amount: 7900, product_data: { name: '150 credits' } },
      },
    ],
    success_url: `${SITE}/done?session={CHECKOUT_SESSION_ID}`,
    tax_id_collection: { enabled: true },
    billing_address_collection: 'required',
    invoice_creation: {
      enabled: true,
      invoice_data: { custom_fields: [{ name: 'PO number', value: 'PO-1' }], footer: 'Net 0' },
    },
  });
  expect(standIn.page.pay(session.id, CARD)).toMatchObject({
    status: 'incomplete',
    fields: { line1: expect.any(String) },
  });
  const buyer = {
    name: 'Acme GmbH',
    line1: 'Hauptstr. 1',
    city: 'Berlin',
    postalCode: '10115',
    country: 'de',
  };
  const wrong = { ...buyer, taxIdType: 'eu_vat', taxId: '12' };
  expect(standIn.page.pay(session.id, { ...CARD, buyer: wrong })).toMatchObject({
    fields: { taxId: expect.any(String) },
  });
  const right = { ...buyer, taxIdType: 'eu_vat', taxId: 'DE 123456789' };
  expect(standIn.page.pay(session.id, { ...CARD, buyer: right })).toEqual({
    status: 'paid',
    redirect: `${SITE}/done?session=${session.id}`,
  });
  const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['invoice', 'customer'] });
  expect(paid.customer_details).toMatchObject({
    name: 'Acme GmbH',
    address: { country: 'DE' },
    tax_ids: [{ type: 'eu_vat', value: 'DE123456789' }],
  });
  expect(paid.invoice).toMatchObject({
    status: 'paid',
    custom_fields: [{ name: 'PO number', value: 'PO-1' }],
    footer: 'Net 0',
    customer_name: 'Acme GmbH',
  });
});

test('a page keeps a card without charging it', async () => {
  const { stripe, standIn } = world;
  const customer = await stripe.customers.create({ email: 'owner@acme.example' });
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    currency: 'usd',
    customer: customer.id,
    success_url: `${SITE}/done`,
  });
  expect(standIn.page.pay(session.id, { ...CARD, number: '4000000000000002' }).status).toBe('declined');
  standIn.page.pay(session.id, { ...CARD, number: '5555 5555 5555 4444' });
  const done = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['setup_intent.payment_method'],
  });
  const card = (done.setup_intent as Stripe.SetupIntent).payment_method as Stripe.PaymentMethod;
  expect(card).toMatchObject({ customer: customer.id, card: { brand: 'mastercard', last4: '4444' } });
  expect(card).not.toHaveProperty('_number');
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: card.id } });
  await stripe.paymentMethods.detach(card.id);
  expect((await stripe.customers.retrieve(customer.id)) as Stripe.Customer).toMatchObject({
    invoice_settings: { default_payment_method: null },
  });
  expect((await stripe.paymentMethods.list({ customer: customer.id })).data).toEqual([]);
});

test('the portal opens with a configuration and leads back', async () => {
  const { stripe } = world;
  const { customer } = await buyPack();
  const params = { customer: customer.id, return_url: `${SITE}/teams/acme/billing` };
  expect((await failure(stripe.billingPortal.sessions.create(params))).message).toContain('No configuration');
  const configuration = await stripe.billingPortal.configurations.create({
    features: { invoice_history: { enabled: true }, payment_method_update: { enabled: true } },
  });
  expect(configuration.is_default).toBe(true);
  const session = await stripe.billingPortal.sessions.create({
    ...params,
    flow_data: { type: 'payment_method_update' },
  });
  expect(session).toMatchObject({ flow: { type: 'payment_method_update' }, return_url: params.return_url });
  expect(session.url).toBe(`${SITE}/dev/portal/${session.id}`);
  expect((await stripe.billingPortal.configurations.list({ active: true })).data).toHaveLength(1);
});

test('codes of one’s own are found and used up', async () => {
  const { stripe, standIn } = world;
  const coupon = await stripe.coupons.create({ amount_off: 400, currency: 'usd', duration: 'once' });
  const code = await stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: coupon.id },
    code: 'WELCOME',
    max_redemptions: 1,
  });
  const open = () =>
    stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [
        { quantity: 1, price_data: { currency: 'usd', unit_amount: 2900, product_data: { name: 'Pack' } } },
      ],
      success_url: `${SITE}/done`,
      allow_promotion_codes: true,
    });
  const [first, second] = [await open(), await open()];
  expect(standIn.page.pay(first.id, { ...CARD, promotionCode: 'welcome' }).status).toBe('paid');
  expect(standIn.page.pay(second.id, { ...CARD, promotionCode: 'WELCOME' }).status).toBe('incomplete');
  expect((await stripe.checkout.sessions.retrieve(first.id)).amount_total).toBe(2500);
  expect((await stripe.promotionCodes.retrieve(code.id)).times_redeemed).toBe(1);
  const seeded = (await stripe.promotionCodes.list()).data.map((known) => known.code);
  expect(seeded).toEqual(['WELCOME', 'FREE', 'HALF']);
});
