/** The stand-in alone, with the real SDK and a small app that takes its webhooks: for the stand-in's own tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect } from 'vitest';
import { type StandIn, startStripeStandIn } from '@/adapters/payments/stand-in/server';
import { openAccount } from '@/adapters/payments/stripe';

const SECRET = 'whsec_stand_in_test';
const KEY = 'sk_test_stand_in';

export const CARD = { number: '4242 4242 4242 4242', expiry: '12 / 40', cvc: '123' };
export const START = new Date('2026-11-20T10:00:00Z');

/** Set before the first test runs. */
export const world = {} as {
  standIn: StandIn;
  stripe: Stripe;
  /** What the app has taken, in its order. */
  delivered: Stripe.Event[];
};

/** One stand-in for the test file, whose clock stands at `START` until it is moved. */
export function withStandIn(): void {
  let close = async () => {};
  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'headcraft-stripe-'));
    world.delivered = [];
    const app = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const signature = request.headers['stripe-signature'] ?? '';
      world.delivered.push(Stripe.webhooks.constructEvent(body, signature, SECRET));
      response.writeHead(200).end();
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const { port } = app.address() as AddressInfo;
    world.standIn = await startStripeStandIn({
      dataDir: folder,
      appUrl: `http://127.0.0.1:${port}`,
      secretKey: KEY,
      webhookSecret: SECRET,
      clock: () => START,
    });
    const { apiBase } = world.standIn;
    world.stripe = openAccount({ secretKey: KEY, webhookSecret: SECRET, apiBase }).client;
    close = async () => {
      await world.standIn.stop();
      app.close();
      rmSync(folder, { recursive: true, force: true });
    };
  });
  afterAll(() => close());
}

/** The error that a call must end with. */
export function failure(work: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  return work.then(
    () => expect.fail('the call resolved'),
    (error: unknown) => error as Stripe.errors.StripeError,
  );
}

/** Sends what the SDK would never send. */
export function sendRaw(
  method: string,
  path: string,
  body = '',
  headers: Record<string, string> = {},
): Promise<{ status: number; error?: { type: string; code?: string; param?: string; message: string } }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(world.standIn.apiBase);
    const sent = request({
      hostname,
      port,
      path,
      method,
      headers: { authorization: `Bearer ${KEY}`, 'content-length': Buffer.byteLength(body), ...headers },
    });
    sent.on('error', reject);
    sent.on('response', async (answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      resolve({ ...JSON.parse(text), status: answer.statusCode ?? 0 });
    });
    sent.end(body);
  });
}

/** The types of all events about an object, oldest first, as `events.list` tells them. */
export async function eventsAbout(objectId: string): Promise<string[]> {
  const types: string[] = [];
  for await (const event of world.stripe.events.list({ limit: 100 })) {
    if ((event.data.object as { id?: string }).id === objectId) types.unshift(event.type);
  }
  return types;
}

/** A paid pack: its customer, payment and charge. */
export async function buyPack(amount = 2900, card = CARD) {
  const { stripe, standIn } = world;
  const customer = await stripe.customers.create({ name: 'A team', email: 'owner@example.test' });
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    customer: customer.id,
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'usd', unit_amount: amount, product_data: { name: '50 credits' } },
      },
    ],
    success_url: 'http://localhost:3000/done',
    invoice_creation: { enabled: true },
    payment_intent_data: { metadata: { order_id: 'ord_1' }, setup_future_usage: 'off_session' },
  });
  standIn.page.pay(session.id, card);
  const paid = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent.latest_charge.balance_transaction', 'invoice'],
  });
  const payment = paid.payment_intent as Stripe.PaymentIntent;
  return {
    customer,
    session: paid,
    payment,
    charge: payment.latest_charge as Stripe.Charge,
    invoice: paid.invoice as Stripe.Invoice,
  };
}
