/** Charges the saved card for a top-up's order. Safe to repeat: the order's id is the key of the one payment. */
import { and, eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import { type Ctx, inTransaction } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { log } from '@/lib/log';
import { HOUR, plus } from '@/lib/time';
import type { Order } from '../checkout/place-order';
import { lineName } from '../offers';
import { findSavedCard } from './saved-card';
import { endTopUp, settleTopUp, topUpFacts } from './settle-top-up';

type Scope = { now: Date; appUrl: string };

/** Stripe forgets keys after a day; an order that is older is looked for and not charged anew. */
const KEY_HOURS = 20;

/** An unclear answer of Stripe is thrown and leaves the order open: the next round asks with the same key. */
export async function chargeTopUp(ctx: Ctx, orderId: string, scope: Scope): Promise<void> {
  const [order] = await ctx.db
    .select()
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.organizationId, ctx.orgId)));
  if (!order || order.resolvedAt) return;
  const { client } = await stripeAccount();
  const payment = await findOrCharge(ctx, client, order, scope.now);
  if (typeof payment === 'string') return end(ctx, order, payment, scope);
  const facts = await topUpFacts(client, payment);
  const outcome = await inTransaction(ctx, (inside) =>
    settleTopUp({ db: inside.db, ...scope, ctxOf: () => inside }, order.id, facts),
  );
  if (outcome.status === 'parked') log.error({ orderId, reason: outcome.reason }, 'top-up parked');
}

/** The payment, or in words why there is none. */
async function findOrCharge(
  ctx: Ctx,
  stripe: Stripe,
  order: Order,
  now: Date,
): Promise<Stripe.PaymentIntent | string> {
  if (order.stripePaymentIntentId) return stripe.paymentIntents.retrieve(order.stripePaymentIntentId);
  const card = await findSavedCard(ctx, stripe);
  if (!card) return 'There is no saved card.';
  if (order.createdAt < plus(now, -KEY_HOURS * HOUR)) {
    const { data } = await stripe.paymentIntents.list({ customer: card.customer, limit: 100 });
    return (
      data.find(({ metadata }) => metadata.order_id === order.id) ?? 'The payment service did not answer.'
    );
  }
  return charge(stripe, order, card);
}

async function charge(
  stripe: Stripe,
  order: Order,
  card: { customer: string; paymentMethod: string },
): Promise<Stripe.PaymentIntent | string> {
  try {
    return await stripe.paymentIntents.create(
      {
        amount: order.amountCents,
        currency: order.currency,
        customer: card.customer,
        payment_method: card.paymentMethod,
        description: lineName(order),
        off_session: true,
        confirm: true,
        metadata: { order_id: order.id, organization_id: order.organizationId },
      },
      { idempotencyKey: `top-up:${order.id}` },
    );
  } catch (error) {
    const refusal =
      error instanceof Stripe.errors.StripeCardError ||
      error instanceof Stripe.errors.StripeInvalidRequestError;
    if (!refusal) throw error;
    return error.payment_intent ?? 'The card cannot be charged.';
  }
}

async function end(ctx: Ctx, order: Order, failure: string, scope: Scope): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [locked] = await ctx.db
      .select()
      .from(purchaseOrder)
      .where(and(eq(purchaseOrder.id, order.id), eq(purchaseOrder.organizationId, ctx.orgId)))
      .for('update');
    if (locked && !locked.resolvedAt) await endTopUp(ctx, locked, failure, scope);
  });
}
