/**
 * A test's own Stripe: the stand-in over HTTP, the product's real SDK client pointed at it, and a small server through which
 * its signed webhooks reach the real route. Start it before anything reads the environment.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { and, eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { afterAll, beforeAll, vi } from 'vitest';
import { type StandIn, startStripeStandIn } from '@/adapters/payments/stand-in/server';
import { payment, purchaseOrder, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { createCheckout } from '@/features/billing/checkout/create-checkout';
import type { PackId } from '@/features/billing/price-list';
import { applyEvent } from '@/features/billing/webhook/apply-event';
import { getOverview } from '@/features/credits/queries';
import { newId } from '@/lib/ids';
import { POST as webhook } from '../../src/app/api/stripe/webhook/route';
import { testDatabase } from './database';
import { makeTeam, type TestMember, type TestTeam } from './factories';
import { openTeamLedger } from './ledger';
import { pointAtTestDatabase } from './signed-in';

export const WEBHOOK_SECRET = 'whsec_test_secret';
export const APP_URL = 'http://localhost:3000';
export const CARD = { number: '4242424242424242', expiry: '12/40', cvc: '123' };
export const DECLINED = { ...CARD, number: '4000000000000002' };

/** Set by `withStripe` before the first test runs. */
export const stripe = {} as {
  standIn: StandIn;
  /** While false the app answers 503 to every webhook, as if it were down. */
  reachable: boolean;
};

/** Starts everything for this test file, and stops it at its end. */
export function withStripe(): void {
  let close = async () => {};
  beforeAll(async () => {
    await pointAtTestDatabase();
    stripe.reachable = true;
    const app = createServer(async (request, response) => {
      const answer = stripe.reachable ? await handOver(request) : new Response(null, { status: 503 });
      response.writeHead(answer.status).end(await answer.text());
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const { port } = app.address() as AddressInfo;
    const standIn = await startStripeStandIn({
      dataDir: path.join(process.env.HEADCRAFT_DATA_DIR ?? '', 'stripe'),
      appUrl: `http://127.0.0.1:${port}`,
      secretKey: 'sk_test_payments',
      webhookSecret: WEBHOOK_SECRET,
    });
    stripe.standIn = standIn;
    process.env.STRIPE_API_BASE = standIn.apiBase;
    process.env.STRIPE_SECRET_KEY = 'sk_test_payments';
    process.env.STRIPE_WEBHOOK_SECRET = WEBHOOK_SECRET;
    close = async () => {
      await standIn.stop();
      app.close();
    };
  });
  afterAll(() => close());
}

async function handOver(request: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const signature = String(request.headers['stripe-signature'] ?? '');
  return deliver(Buffer.concat(chunks), signature);
}

/** One delivery to the real webhook route. */
export function deliver(body: string | Uint8Array<ArrayBuffer>, signature: string | null): Promise<Response> {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (signature !== null) headers.set('Stripe-Signature', signature);
  const request = new Request(`${APP_URL}/api/stripe/webhook`, { method: 'POST', headers, body });
  return webhook(request, { params: Promise.resolve({}) });
}

/** A header as Stripe writes it; `timestamp` in seconds. */
export function sign(payload: string, options: { secret?: string; timestamp?: number } = {}): string {
  const { secret = WEBHOOK_SECRET, timestamp } = options;
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
}

/** An event of our own making about a real object of the stand-in. */
export function eventOf(type: string, objectId: string, livemode = false): string {
  return JSON.stringify({
    id: newId('request'),
    object: 'event',
    type,
    livemode,
    data: { object: { id: objectId } },
  });
}

/** A team with an open, empty ledger. */
export async function makePayingTeam(): Promise<TestTeam> {
  const team = await makeTeam(await testDatabase());
  await openTeamLedger(team);
  return team;
}

/** A pack, or a custom number of credits. */
export async function buy(buyer: TestMember, what: PackId | number = 'starter', key = newId('request')) {
  const choice = typeof what === 'number' ? { credits: what } : { pack: what };
  const { orderId, url } = await createCheckout(buyer.ctx, { ...choice, idempotencyKey: key }, APP_URL);
  return { orderId, url, sessionId: url.split('/').at(-1) ?? '' };
}

/** Applies every event that the inbox has received, like the job does. */
export async function applyReceived(db: Db, now = new Date()): Promise<void> {
  const received = await db
    .select({ eventId: stripeInbox.eventId })
    .from(stripeInbox)
    .where(eq(stripeInbox.status, 'received'));
  await Promise.all(received.map(({ eventId }) => applyEvent(db, eventId, { now, appUrl: APP_URL })));
}

/** Waits until the stand-in's event about this object lies in the inbox, and applies what is there. */
export async function arrive(db: Db, type: string, objectId: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const types = (await inboxOf(db, objectId)).map((row) => row.type);
      if (!types.includes(type)) throw new Error(`${type} about ${objectId} has not arrived`);
    },
    { timeout: 20_000, interval: 20 },
  );
  await applyReceived(db);
}

export async function inboxOf(db: Db, objectId: string) {
  return db.select().from(stripeInbox).where(eq(stripeInbox.objectId, objectId));
}

export async function orderRow(db: Db, orderId: string) {
  const [row] = await db.select().from(purchaseOrder).where(eq(purchaseOrder.id, orderId));
  if (!row) throw new Error(`no order ${orderId}`);
  return row;
}

export async function paymentsOf(db: Db, team: TestTeam) {
  return db
    .select()
    .from(payment)
    .where(and(eq(payment.organizationId, team.orgId)));
}

export async function poolOf(team: TestTeam): Promise<number> {
  return (await getOverview(team.admin.ctx)).pool;
}
