import { and, eq, isNull } from 'drizzle-orm';
import { stripeAccount } from '@/adapters/payments/stripe';
import { callStripe } from '@/adapters/payments/stripe-errors';
import { type Ctx, inTransaction } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { jobCtx } from '@/jobs/trusted-ctx';
import { requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { DAY, plus } from '@/lib/time';
import { untilFresh } from './apply-plan';
import { sessionEffect } from './session-effect';
import { readSession } from './session-facts';

const CLOSED = { pageOpen: false };

/**
 * Asks Stripe about an order that is still open and settles it: what a webhook would have done, from the page where the buyer
 * comes back and from the sweep. Answers whether its payment page still takes a payment. Throws `unavailable` when Stripe
 * does not answer.
 */
export async function checkOrder(
  ctx: Ctx,
  { orderId }: { orderId: string },
  { now, appUrl }: { now: Date; appUrl: string },
): Promise<{ pageOpen: boolean }> {
  requirePermission(ctx.actor, 'billing:read');
  const mine = and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.organizationId, ctx.orgId));
  const [order] = await ctx.db.update(purchaseOrder).set({ checkedAt: now }).where(mine).returning();
  if (!order) throw notFound('Order');
  if (order.resolvedAt) return CLOSED;
  if (!order.stripeSessionId) {
    // Its payment page was never opened, and a page lives a day at most.
    if (order.createdAt < plus(now, -2 * DAY)) {
      await ctx.db
        .update(purchaseOrder)
        .set({ status: 'expired', resolvedAt: now })
        .where(and(mine, isNull(purchaseOrder.stripeSessionId)));
    }
    return CLOSED;
  }
  const { client } = await stripeAccount();
  const sessionId = order.stripeSessionId;
  const session = await callStripe(() => readSession(client, sessionId));
  if (!session) return CLOSED;
  await untilFresh(async () => {
    const effect = await callStripe(() => sessionEffect({ stripe: client, db: ctx.db }, session));
    return inTransaction(ctx, ({ db }) =>
      effect({ db, now, appUrl, ctxOf: (orgId) => jobCtx(db, orgId, 'billing.check-order') }),
    );
  });
  return { pageOpen: session.status === 'open' };
}
