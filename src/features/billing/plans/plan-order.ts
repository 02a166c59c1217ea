/** The order behind a plan's first invoice, if there was one: plans can also begin in Stripe's dashboard. */
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import type { Order } from '../checkout/place-order';
import { keptText } from '../kept-words';
import type { InvoiceFacts } from './invoice-facts';
import type { SubscriptionFacts } from './subscription-facts';

/** Locked. The subscription's metadata only says where to look: the order must be this team's, a plan's, and not paid. */
export async function findPlanOrder(
  ctx: Ctx,
  invoice: InvoiceFacts,
  subscriptions: SubscriptionFacts[],
): Promise<Order | null> {
  if (invoice.reason !== 'subscription_create' || !invoice.subscriptionId) return null;
  const hint = subscriptions.find(({ id }) => id === invoice.subscriptionId)?.orderHint ?? '';
  const [row] = await ctx.db
    .select()
    .from(purchaseOrder)
    .where(
      and(
        eq(purchaseOrder.organizationId, ctx.orgId),
        eq(purchaseOrder.kind, 'plan'),
        inArray(purchaseOrder.status, ['pending', 'failed', 'expired']),
        or(
          eq(purchaseOrder.stripeSubscriptionId, invoice.subscriptionId),
          and(isNull(purchaseOrder.stripeSubscriptionId), eq(purchaseOrder.id, hint)),
        ),
      ),
    )
    .for('update');
  return row ?? null;
}

/** The order of a plan's first invoice is paid; from now on it names its subscription. */
export async function markPlanOrderPaid(
  ctx: Ctx,
  order: Order,
  stripeSubscriptionId: string,
  now: Date,
): Promise<void> {
  await change(ctx, order, { status: 'paid', failure: null, stripeSubscriptionId, resolvedAt: now });
}

/** The first payment was declined: the order says why while its page takes another card. */
export async function showDeclined(ctx: Ctx, order: Order, failure: string): Promise<void> {
  if (order.resolvedAt || (order.status === 'failed' && order.failure === failure)) return;
  await change(ctx, order, { status: 'failed', failure });
}

/** Leaves the order to staff: its buyer sees that it is looked at, the log says why. */
export async function parkPlanOrder(ctx: Ctx, order: Order, reason: string, now: Date): Promise<void> {
  await change(ctx, order, {
    status: 'parked',
    failure: keptText('parkedPayment'),
    resolvedAt: now,
  });
  await recordAudit(ctx, {
    action: 'billing.park',
    subjectType: 'order',
    subjectId: order.id,
    data: { reason },
  });
}

async function change(ctx: Ctx, order: Order, values: Partial<Order>): Promise<void> {
  await ctx.db
    .update(purchaseOrder)
    .set(values)
    .where(and(eq(purchaseOrder.id, order.id), eq(purchaseOrder.organizationId, ctx.orgId)));
  await emitEvent(ctx, {
    type: 'payment.changed',
    data: { orderId: order.id, status: values.status ?? order.status },
  });
}
