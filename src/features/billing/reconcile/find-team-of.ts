import { eq, or } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { dispute, payment, purchaseOrder, refund, subscription } from '@/db/schema/billing';
import type { Db, OrgId } from '@/db/types';

/** The team that an id of ours or of Stripe's belongs to, as far as one of our rows names it. */
export async function findTeamOf(db: Db, id: string): Promise<OrgId | null> {
  const orders = db
    .select({ orgId: purchaseOrder.organizationId })
    .from(purchaseOrder)
    .where(
      or(
        eq(purchaseOrder.id, id),
        eq(purchaseOrder.stripeSessionId, id),
        eq(purchaseOrder.stripeInvoiceId, id),
        eq(purchaseOrder.stripeSubscriptionId, id),
      ),
    );
  const payments = db
    .select({ orgId: payment.organizationId })
    .from(payment)
    .where(
      or(
        eq(payment.id, id),
        eq(payment.stripePaymentId, id),
        eq(payment.stripeInvoiceId, id),
        eq(payment.stripeChargeId, id),
      ),
    );
  const plans = db
    .select({ orgId: subscription.organizationId })
    .from(subscription)
    .where(or(eq(subscription.id, id), eq(subscription.stripeSubscriptionId, id)));
  const refunds = db
    .select({ orgId: refund.organizationId })
    .from(refund)
    .where(or(eq(refund.id, id), eq(refund.stripeRefundId, id)));
  const disputes = db
    .select({ orgId: dispute.organizationId })
    .from(dispute)
    .where(or(eq(dispute.id, id), eq(dispute.stripeDisputeId, id)));
  const [row] = await unionAll(orders, payments, plans, refunds, disputes).limit(1);
  return (row?.orgId as OrgId | undefined) ?? null;
}
