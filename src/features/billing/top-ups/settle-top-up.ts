/** Brings the order of an automatic top-up to what Stripe says about its payment. Runs inside the caller's transaction. */
import { and, eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Ctx } from '@/db/context';
import { balanceWatch, purchaseOrder } from '@/db/schema/billing';
import type { OrgId } from '@/db/types';
import { recordAudit } from '@/features/audit/record-audit';
import { changeOrder } from '../checkout/change-order';
import { findCustomer } from '../checkout/ensure-customer';
import type { Order } from '../checkout/place-order';
import { recordPayment } from '../checkout/record-payment';
import type { ApplyScope, Outcome } from '../effects';
import { failureOf } from '../payment-failure';
import { type Money, readMoney } from '../payments/payment-money';
import { idOf, receivedOf } from '../stripe-reads';
import { tellTopUpFailed } from './tell-balance';

export type TopUpFacts = {
  /** The payment intent. */
  id: string;
  status: Stripe.PaymentIntent.Status;
  customerId: string | null;
  amount: number;
  received: number;
  currency: string;
  failure: string | null;
  money: Money;
};

export async function topUpFacts(stripe: Stripe, payment: Stripe.PaymentIntent): Promise<TopUpFacts> {
  return {
    id: payment.id,
    status: payment.status,
    customerId: idOf(payment.customer),
    amount: payment.amount,
    received: receivedOf(payment),
    currency: (payment.currency ?? '').toLowerCase(),
    failure: failureOf(payment.last_payment_error),
    money: await readMoney(stripe, payment),
  };
}

const NEEDS_PERSON = 'The bank wants the cardholder to confirm the payment.';

/** Grants a paid top-up once; a declined one ends its order and pauses top-ups. What does not agree is parked. */
export async function settleTopUp(scope: ApplyScope, orderId: string, facts: TopUpFacts): Promise<Outcome> {
  const [order] = await scope.db
    .select()
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.channel, 'top-up')))
    .for('update');
  if (!order) return { status: 'ignored' };
  const ctx = scope.ctxOf(order.organizationId as OrgId);
  if (order.status === 'paid') return { status: 'applied' };
  // Settled by hand: what Stripe says of it is no news.
  if (order.status === 'closed') return { status: 'ignored' };
  const mismatch = await findMismatch(ctx, order, facts);
  if (mismatch) return park(ctx, order, facts, mismatch, scope.now);
  if (order.status === 'parked') return { status: 'parked', reason: order.failure ?? 'the order is parked' };
  switch (facts.status) {
    case 'succeeded':
      await remember(ctx, order, facts);
      if (await recordPayment(ctx, order, paidBy(facts), scope)) return { status: 'applied' };
      return park(ctx, order, facts, 'a payment that was counted before', scope.now);
    case 'processing':
      await remember(ctx, order, facts);
      return { status: 'applied' };
    default:
      await fail(ctx, order, facts, scope);
      return { status: 'applied' };
  }
}

async function findMismatch(ctx: Ctx, order: Order, facts: TopUpFacts): Promise<string | null> {
  if (order.stripePaymentIntentId !== null && order.stripePaymentIntentId !== facts.id)
    return 'another payment';
  if ((await findCustomer(ctx)) !== facts.customerId) return 'a payment of another customer';
  if (facts.currency !== order.currency) return 'a payment in another currency';
  if (facts.amount !== order.amountCents) return 'a payment of another amount';
  if (facts.status === 'succeeded' && facts.received !== facts.amount) return 'a part of the payment';
  return null;
}

function paidBy(facts: TopUpFacts) {
  const { id, money, amount } = facts;
  return {
    ...money,
    paymentKey: id,
    amountCents: amount,
    taxCents: 0,
    sessionId: null,
    invoiceId: null,
    invoiceUrl: null,
    paidAt: null,
  };
}

async function remember(ctx: Ctx, order: Order, facts: TopUpFacts): Promise<void> {
  await ctx.db
    .update(purchaseOrder)
    .set({ stripePaymentIntentId: facts.id })
    .where(and(eq(purchaseOrder.id, order.id), eq(purchaseOrder.organizationId, ctx.orgId)));
}

async function fail(ctx: Ctx, order: Order, facts: TopUpFacts, scope: ApplyScope): Promise<void> {
  if (order.status === 'failed') return;
  const needsPerson = facts.status === 'requires_action' || facts.status === 'requires_confirmation';
  const failure = needsPerson ? NEEDS_PERSON : (facts.failure ?? 'The payment did not go through.');
  await endTopUp(ctx, { ...order, stripePaymentIntentId: facts.id }, failure, scope);
}

/** Ends a top-up without money and pauses further ones until an admin has looked. */
export async function endTopUp(
  ctx: Ctx,
  order: Order,
  failure: string,
  { now, appUrl }: { now: Date; appUrl: string },
): Promise<void> {
  const { stripePaymentIntentId } = order;
  await changeOrder(ctx, order, { status: 'failed', failure, stripePaymentIntentId, resolvedAt: now });
  await ctx.db
    .update(balanceWatch)
    .set({ topUpPausedAt: now, topUpFailure: failure })
    .where(eq(balanceWatch.organizationId, ctx.orgId));
  await tellTopUpFailed(ctx, order, failure, appUrl);
}

async function park(ctx: Ctx, order: Order, facts: TopUpFacts, reason: string, now: Date): Promise<Outcome> {
  if (order.status !== 'parked') {
    const failure = 'Under review: the payment does not match the order.';
    await changeOrder(ctx, order, { status: 'parked', failure, resolvedAt: now });
    await recordAudit(ctx, {
      action: 'billing.park',
      subjectType: 'order',
      subjectId: order.id,
      data: { reason, stripePaymentId: facts.id },
    });
  }
  return { status: 'parked', reason: `${reason} (payment ${facts.id}, order ${order.id})` };
}
