/** An object that Stripe does not know, or may not tell of, is asked for again for days: the key may be wrong, and not the event. */
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openAccount } from '@/adapters/payments/stripe';
import { purchaseOrder, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { DAY, HOUR, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import {
  APP_URL,
  buy,
  CARD,
  deliver,
  eventOf,
  makePayingTeam,
  orderRow,
  poolOf,
  sign,
  stripe,
  WEBHOOK_SECRET,
  withStripe,
} from '../../../../tests/support/payments';
import { checkOrder } from '../checkout/check-order';
import { applyEvent } from './apply-event';

withStripe();

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

const holder = globalThis as { headcraftStripe?: unknown };
afterEach(() => {
  holder.headcraftStripe = undefined;
});

/** A signed event in the inbox. */
async function receive(type: string, objectId: string): Promise<string> {
  const body = eventOf(type, objectId);
  expect((await deliver(body, sign(body))).status).toBe(200);
  return (JSON.parse(body) as { id: string }).id;
}

const applyAt = (id: string, now: Date) => applyEvent(db, id, { now, appUrl: APP_URL });

async function rowOf(id: string) {
  const [row] = await db.select().from(stripeInbox).where(eq(stripeInbox.eventId, id));
  return row;
}

describe('unknown', () => {
  test.each([
    ['checkout.session.completed', 'cs_test_unknown', 'session'],
    ['payment_intent.succeeded', 'pi_unknown', 'payment'],
    ['charge.refunded', 'ch_unknown', 'charge'],
    ['refund.updated', 're_unknown', 'refund'],
    ['charge.dispute.created', 'dp_unknown', 'dispute'],
    ['invoice.paid', 'in_unknown', 'invoice'],
    ['invoice.voided', 'in_unknown_too', 'invoice'],
    ['customer.subscription.updated', 'sub_unknown', 'subscription'],
  ])('%s: tried again for three days, then parked', async (type, objectId, what) => {
    const id = await receive(type, objectId);
    const reason = `Stripe knows no ${what} ${objectId}`;
    for (const now of [new Date(), plus(new Date(), 3 * DAY - HOUR)]) {
      await expect(applyAt(id, now)).rejects.toThrow(reason);
      expect(await rowOf(id)).toMatchObject({ status: 'received', lastError: reason });
    }
    await applyAt(id, plus(new Date(), 3 * DAY + HOUR));
    expect(await rowOf(id)).toMatchObject({ status: 'parked', lastError: reason });
  });

  test('known again within the days: the credits come', async () => {
    const { sessionId } = await buy(team.owner);
    stripe.standIn.page.pay(sessionId, CARD);
    const { sessions } = stripe.standIn.store;
    const kept = sessions[sessionId];
    delete sessions[sessionId];
    const id = await receive('checkout.session.completed', sessionId);
    await expect(applyAt(id, new Date())).rejects.toThrow('knows no session');
    if (kept) sessions[sessionId] = kept;
    await applyAt(id, plus(new Date(), 2 * DAY));
    expect(await rowOf(id)).toMatchObject({ status: 'applied', lastError: null });
    expect(await poolOf(team)).toBe(50);
  });

  test('an order whose invoice is unknown stays open until nobody can pay it any more', async () => {
    const [order] = await db
      .insert(purchaseOrder)
      .values({
        id: newId('order'),
        organizationId: team.orgId,
        memberId: team.owner.memberId,
        idempotencyKey: newId('request'),
        requestHash: 'h',
        pack: 'enterprise',
        channel: 'invoice',
        credits: 500,
        amountCents: 19_900,
        priceVersion: '1',
        stripeInvoiceId: `in_${newId('request')}`,
      })
      .returning();
    const orderId = order?.id ?? '';
    const check = (days: number) =>
      checkOrder(team.owner.ctx, { orderId }, { now: plus(new Date(), days * DAY), appUrl: APP_URL });
    await check(40);
    expect((await orderRow(db, orderId)).status).toBe('pending');
    await check(61);
    expect((await orderRow(db, orderId)).status).toBe('expired');
  });
});

test('a key that Stripe refuses says nothing, however long it lasts', async () => {
  const { sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  const id = await receive('checkout.session.completed', sessionId);
  const { apiBase } = stripe.standIn;
  const account = openAccount({ secretKey: 'sk_test_revoked', webhookSecret: WEBHOOK_SECRET, apiBase });
  holder.headcraftStripe = Promise.resolve(account);
  await expect(applyAt(id, plus(new Date(), 30 * DAY))).rejects.toMatchObject({ statusCode: 401 });
  expect(await rowOf(id)).toMatchObject({ status: 'received' });
  holder.headcraftStripe = undefined;
  await applyAt(id, plus(new Date(), 31 * DAY));
  expect(await poolOf(team)).toBe(50);
});
