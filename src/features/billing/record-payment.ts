import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member, organization, user } from '@/db/schema/auth';
import { payment, purchaseOrder } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { purchaseCredits } from '@/features/credits/purchase';
import { emitEvent } from '@/features/notifications/emit-event';
import { queueMail } from '@/features/notifications/notify';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { failpoint } from '@/lib/failpoint';
import { newId } from '@/lib/ids';
import { formatCents, formatCredits } from '@/lib/money';
import type { ApplyScope } from './handlers/handler';
import { PACKS, type PackId } from './price-list';
import type { Verdict } from './rules';
import type { SessionFacts } from './session-facts';
import type { Order } from './settle-session';

type Paid = Extract<Verdict, { kind: 'paid' }>;

/**
 * Turns a paid order into credits, in the caller's transaction and under the order's lock. The payment's key is unique: false
 * when this payment was counted before, and then nothing is granted.
 */
export async function recordPayment(
  ctx: Ctx,
  order: Order,
  session: SessionFacts,
  paid: Paid,
  { now, appUrl }: Pick<ApplyScope, 'now' | 'appUrl'>,
): Promise<boolean> {
  const [recorded] = await ctx.db
    .insert(payment)
    .values({
      id: newId('payment'),
      organizationId: ctx.orgId,
      orderId: order.id,
      stripePaymentId: paid.paymentKey,
      amountCents: paid.amountCents,
      currency: order.currency,
      credits: order.credits,
      receiptUrl: session.receiptUrl,
      invoiceUrl: session.invoiceUrl,
      paidAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: payment.id });
  if (!recorded) return false;
  failpoint('purchase.recorded');
  await ctx.db
    .update(purchaseOrder)
    .set({ status: 'paid', stripeSessionId: session.id, failure: null, resolvedAt: now })
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
    title: `${formatCredits(order.credits)} added`,
    body: `${PACKS[order.pack as PackId].name} pack, ${formatCents(paid.amountCents)} paid.`,
    href: 'billing',
    dedupeKey: `payment:${recorded.id}`,
  });
  await mailBuyer(ctx, order, paid.amountCents, recorded.id, session.receiptUrl, appUrl);
  return true;
}

/** The buyer may have left the team meanwhile; then there is nobody to write to, and the admins have their notice. */
async function mailBuyer(
  ctx: Ctx,
  order: Order,
  amountCents: number,
  paymentId: string,
  receiptUrl: string | null,
  appUrl: string,
): Promise<void> {
  const [buyer] = await ctx.db
    .select({ email: user.email, team: organization.name, slug: organization.slug })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.id, order.memberId), eq(member.organizationId, ctx.orgId)));
  if (!buyer) return;
  await queueMail(ctx, {
    to: buyer.email,
    organizationId: ctx.orgId,
    template: 'credits-added',
    props: {
      team: buyer.team,
      credits: order.credits,
      pack: PACKS[order.pack as PackId].name,
      amount: formatCents(amountCents),
      url: `${appUrl}/teams/${buyer.slug}/credits`,
      receiptUrl,
    },
    dedupeKey: `credits-added:${paymentId}`,
  });
}
