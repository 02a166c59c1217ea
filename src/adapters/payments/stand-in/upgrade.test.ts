/** A state written by the stand-in before it knew more than packs is still of use. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Stripe from 'stripe';
import { afterAll, expect, test } from 'vitest';
import { openAccount } from '../stripe';
import { startStripeStandIn } from './server';

const folder = mkdtempSync(path.join(tmpdir(), 'headcraft-former-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const common = { created: 1_795_000_000, livemode: false, currency: 'usd', customer: 'cus_1', metadata: {} };

const FORMER = {
  customers: {
    cus_1: {
      id: 'cus_1',
      object: 'customer',
      name: 'Acme',
      email: 'a@acme.example',
      description: null,
      created: 1,
      livemode: false,
      metadata: {},
    },
  },
  sessions: {
    cs_test_1: {
      ...common,
      id: 'cs_test_1',
      object: 'checkout.session',
      mode: 'payment',
      status: 'complete',
      payment_status: 'paid',
      amount_subtotal: 2900,
      amount_total: 2900,
      total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
      payment_intent: 'pi_1',
      invoice: 'in_1',
      invoice_creation: { enabled: true },
      line_items: {
        object: 'list',
        data: [
          {
            id: 'li_1',
            object: 'item',
            description: '50 credits',
            quantity: 1,
            currency: 'usd',
            amount_subtotal: 2900,
            amount_total: 2900,
          },
        ],
        has_more: false,
        url: '/v1/checkout/sessions/cs_test_1/line_items',
      },
      wanted_payment: { metadata: { order_id: 'ord_1' }, description: null },
      success_url: 'http://localhost:3000/done',
      expires_at: 1_795_086_400,
      url: null,
    },
  },
  paymentIntents: {
    pi_1: {
      ...common,
      id: 'pi_1',
      object: 'payment_intent',
      amount: 2900,
      amount_received: 2900,
      status: 'succeeded',
      latest_charge: 'ch_1',
      description: null,
      last_payment_error: null,
      payment_method_types: ['card'],
    },
  },
  charges: {
    ch_1: {
      ...common,
      id: 'ch_1',
      object: 'charge',
      amount: 2900,
      amount_captured: 2900,
      amount_refunded: 0,
      captured: true,
      paid: true,
      refunded: false,
      status: 'succeeded',
      payment_intent: 'pi_1',
      payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
      receipt_url: '',
      failure_code: null,
      failure_message: null,
    },
  },
  invoices: {
    in_1: {
      ...common,
      id: 'in_1',
      object: 'invoice',
      amount_due: 2900,
      amount_paid: 2900,
      total: 2900,
      status: 'paid',
      number: 'LOCAL-0001',
      hosted_invoice_url: 'http://localhost:3000/dev/checkout/documents/in_1',
    },
  },
  events: [],
  answers: {},
};

test('its payments are read, refunded and bought after', async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'state.json'), JSON.stringify(FORMER));
  const account = { secretKey: 'sk_test_former', webhookSecret: 'whsec_former' };
  const standIn = await startStripeStandIn({ dataDir: folder, appUrl: 'http://127.0.0.1:9', ...account });
  const stripe = openAccount({ ...account, apiBase: standIn.apiBase }).client;
  try {
    standIn.control.pauseWebhooks();
    const session = await stripe.checkout.sessions.retrieve('cs_test_1', {
      expand: ['line_items', 'payment_intent.latest_charge', 'invoice', 'customer'],
    });
    expect(session.line_items?.data[0]).toMatchObject({ description: '50 credits', price: null });
    expect(session).not.toHaveProperty('wanted_payment');
    expect((session.invoice as Stripe.Invoice).subtotal).toBe(2900);
    expect((await stripe.refunds.create({ charge: 'ch_1' })).amount).toBe(2900);
    const sent = await stripe.invoices.create({
      customer: 'cus_1',
      collection_method: 'send_invoice',
      days_until_due: 30,
    });
    await stripe.invoiceItems.create({ customer: 'cus_1', invoice: sent.id, amount: 100, currency: 'usd' });
    expect((await stripe.invoices.finalizeInvoice(sent.id ?? '')).number).toBe('LOCAL-0002');
  } finally {
    await standIn.stop();
  }
});
