import { and, eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { z } from 'zod';
import { stripeAccount } from '@/adapters/payments/stripe';
import { callStripe, UNCONFIRMED } from '@/adapters/payments/stripe-errors';
import { type Ctx, inTransaction } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import { objectId } from '../input';
import { changeOrder } from './change-order';
import { checkOrder } from './check-order';
import type { Order } from './place-order';

export const cancelOrderInput = z.strictObject({ orderId: objectId });

type Scope = { now: Date; appUrl: string };

/**
 * Calls off an order that nobody has paid: its invoice becomes void, its payment page closes. Cancelling twice is once. Throws
 * `conflict` when it was paid meanwhile or is on its way.
 */
export async function cancelOrder(
  ctx: Ctx,
  input: z.input<typeof cancelOrderInput>,
  scope: Scope,
): Promise<{ orderId: string; status: Order['status'] }> {
  requirePermission(ctx.actor, 'billing:buy');
  const { orderId } = cancelOrderInput.parse(input);
  const order = await findOrder(ctx, orderId);
  if (order.status === 'cancelled') return { orderId, status: order.status };
  if (order.resolvedAt) throw tooLate(order);
  const { client } = await stripeAccount();
  const closed = await callStripe(() => close(client, order), UNCONFIRMED.order);
  if (!closed) {
    await checkOrder(ctx, { orderId }, scope);
    throw tooLate(await findOrder(ctx, orderId));
  }
  return inTransaction(ctx, async (ctx) => {
    const [locked] = await ctx.db.select().from(purchaseOrder).where(mine(ctx, orderId)).for('update');
    if (!locked || locked.status === 'paid') throw tooLate(order);
    await changeOrder(ctx, locked, { status: 'cancelled', failure: null, resolvedAt: scope.now });
    await recordAudit(ctx, {
      action: 'billing.cancel_order',
      subjectType: 'order',
      subjectId: orderId,
      data: { channel: order.channel },
    });
    return { orderId, status: 'cancelled' };
  });
}

const mine = (ctx: Ctx, orderId: string) =>
  and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.organizationId, ctx.orgId));

async function findOrder(ctx: Ctx, orderId: string): Promise<Order> {
  const [row] = await ctx.db.select().from(purchaseOrder).where(mine(ctx, orderId));
  if (!row) throw notFound('order');
  return row;
}

/** False when Stripe says that it is too late. A top-up is charged at once: there is nothing to close. */
async function close(stripe: Stripe, order: Order): Promise<boolean> {
  try {
    if (order.channel === 'top-up') return false;
    if (order.stripeInvoiceId) return await closeInvoice(stripe, order.stripeInvoiceId);
    if (order.stripeSessionId) await stripe.checkout.sessions.expire(order.stripeSessionId);
    return true;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return false;
    throw error;
  }
}

async function closeInvoice(stripe: Stripe, id: string): Promise<boolean> {
  const { status } = await stripe.invoices.retrieve(id);
  if (status === 'draft') await stripe.invoices.del(id);
  else if (status !== 'void') await stripe.invoices.voidInvoice(id);
  return true;
}

function tooLate({ status }: Order): AppError {
  const message =
    status === 'paid' ? say('billing.refused.paidNoCancel') : say('billing.refused.tooLateToCancel');
  return new AppError('conflict', message, { status });
}
