import { and, eq, isNull } from 'drizzle-orm';
import { stripeAccount } from '@/adapters/payments/stripe';
import { callStripe, NOTHING_CHANGED } from '@/adapters/payments/stripe-errors';
import { type Ctx, inTransaction } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { jobCtx } from '@/jobs/trusted-ctx';
import { requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { DAY, plus } from '@/lib/time';
import { untilFresh } from '../plans/apply-plan';
import { INVOICE_DUE_DAYS } from '../price-list';
import { readOrder } from './order-effect';
import type { Order } from './place-order';

/** So long after it was due, an invoice that Stripe does not know ends its order. */
const UNKNOWN_DAYS = 30;

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
  if (!order) throw notFound('order');
  if (order.resolvedAt) return CLOSED;
  const { client } = await stripeAccount();
  let open = false;
  const found = await untilFresh(async () => {
    const reading = await callStripe(() => readOrder({ stripe: client, db: ctx.db }, order), NOTHING_CHANGED);
    if (!reading) return false;
    open = reading.open;
    await inTransaction(ctx, ({ db }) =>
      reading.effect({ db, now, appUrl, ctxOf: (orgId) => jobCtx(db, orgId, 'billing.check-order') }),
    );
    return true;
  });
  if (!found) await expireUnopened(ctx, order, now);
  return { pageOpen: open };
}

/**
 * Its payment page was never opened, or its invoice never made; a page lives a day at most. What was made and is unknown to Stripe
 * now, as everything is to a key of another account, ends only long after anybody could pay it.
 */
async function expireUnopened(ctx: Ctx, order: Order, now: Date): Promise<void> {
  if (order.channel === 'top-up') return;
  const days = order.stripeInvoiceId ? INVOICE_DUE_DAYS + UNKNOWN_DAYS : 2;
  if (order.createdAt > plus(now, -days * DAY)) return;
  await ctx.db
    .update(purchaseOrder)
    .set({ status: 'expired', resolvedAt: now })
    .where(
      and(
        eq(purchaseOrder.id, order.id),
        eq(purchaseOrder.organizationId, ctx.orgId),
        isNull(purchaseOrder.stripeSessionId),
        isNull(purchaseOrder.resolvedAt),
      ),
    );
}
