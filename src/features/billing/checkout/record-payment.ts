import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { payment, purchaseOrder } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { purchaseCredits } from '@/features/credits/purchase';
import { emitEvent } from '@/features/notifications/emit-event';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { failpoint } from '@/lib/failpoint';
import { newId } from '@/lib/ids';
import { mailBillingPeople } from '../billing-people';
import type { ApplyScope } from '../effects';
import { keptLabel, offerLabel } from '../label-words';
import type { Money } from '../payments/payment-money';
import { happenedAt } from '../stripe-reads';
import type { Order } from './place-order';

/** Money that Stripe confirmed for an order of ours. */
export type Paid = Money & {
  /** Makes the same payment count once: the payment intent, or the session or invoice where nothing was left to pay. */
  paymentKey: string;
  /** Cents that were paid, tax included. */
  amountCents: number;
  taxCents: number;
  sessionId: string | null;
  invoiceId: string | null;
  invoiceUrl: string | null;
  /** When it was paid, where Stripe says so otherwise than by the time of the charge. */
  paidAt: Date | null;
};

/**
 * Turns a paid order into credits, in the caller's transaction and under the order's lock. The payment's key is unique: false
 * when this payment was counted before, and then nothing is granted.
 */
export async function recordPayment(
  ctx: Ctx,
  order: Order,
  paid: Paid,
  { now, appUrl }: Pick<ApplyScope, 'now' | 'appUrl'>,
): Promise<boolean> {
  const label = keptLabel(order);
  const [recorded] = await ctx.db
    .insert(payment)
    .values({
      id: newId('payment'),
      organizationId: ctx.orgId,
      kind: order.kind,
      label,
      orderId: order.id,
      stripePaymentId: paid.paymentKey,
      stripeInvoiceId: paid.invoiceId,
      stripeChargeId: paid.chargeId,
      amountCents: paid.amountCents,
      taxCents: paid.taxCents,
      currency: order.currency,
      credits: order.credits,
      feeCents: paid.feeCents,
      netCents: paid.netCents,
      receiptUrl: paid.receiptUrl,
      invoiceUrl: paid.invoiceUrl,
      paidAt: happenedAt([paid.paidAt, paid.chargedAt], { now, earliest: order.createdAt }),
    })
    .onConflictDoNothing()
    .returning({ id: payment.id });
  if (!recorded) return false;
  failpoint('purchase.recorded');
  await ctx.db
    .update(purchaseOrder)
    .set({
      status: 'paid',
      stripeSessionId: paid.sessionId ?? order.stripeSessionId,
      failure: null,
      resolvedAt: now,
    })
    .where(and(eq(purchaseOrder.id, order.id), eq(purchaseOrder.organizationId, ctx.orgId)));
  await purchaseCredits(ctx, { amount: order.credits, paymentId: recorded.id });
  failpoint('purchase.granted');
  await recordAudit(ctx, {
    action: 'billing.payment',
    subjectType: 'payment',
    subjectId: recorded.id,
    data: { orderId: order.id, amountCents: paid.amountCents, credits: order.credits },
  });
  await emitEvent(ctx, { type: 'payment.changed', data: { orderId: order.id, status: 'paid' } });
  await tellAdmins(ctx, {
    type: 'payment.received',
    title: ({ t, credits }) => t('billing.notice.addedTitle', { credits: credits(order.credits) }),
    body: (texts) =>
      texts.t('billing.notice.added', {
        what: offerLabel(order, texts),
        amount: texts.cents(paid.amountCents),
      }),
    href: 'billing',
    dedupeKey: `payment:${recorded.id}`,
  });
  await mailBuyer(ctx, order, paid, recorded.id, appUrl);
  return true;
}

/** To the buyer, unless they have left meanwhile, and to the team's billing address. */
async function mailBuyer(
  ctx: Ctx,
  order: Order,
  paid: Paid,
  paymentId: string,
  appUrl: string,
): Promise<void> {
  await mailBillingPeople(
    ctx,
    'credits-added',
    `credits-added:${paymentId}`,
    ({ team, slug }, texts) => ({
      team,
      credits: order.credits,
      what: offerLabel(order, texts),
      amount: texts.cents(paid.amountCents),
      url: `${appUrl}/teams/${slug}/credits`,
      receiptUrl: paid.receiptUrl,
    }),
    { memberId: order.memberId },
  );
}
