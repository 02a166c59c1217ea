/** A plan's paid invoice becomes a payment and the month's credits, once. Runs under the plan's lock. */
import { and, desc, eq, lte } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { payment, planCycle } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { purchaseCredits } from '@/features/credits/purchase';
import { emitEvent } from '@/features/notifications/emit-event';
import { newId } from '@/lib/ids';
import type { ApplyScope, Outcome } from '../effects';
import { keptPlanLabel, keptSecondLabel } from '../label-words';
import { PLANS } from '../price-list';
import { happenedAt } from '../stripe-reads';
import type { InvoiceFacts } from './invoice-facts';
import { type InvoiceVerdict, judgeInvoice } from './plan-invoice-rules';
import { tellPlanPaid } from './plan-notices';
import { findPlanOrder, markPlanOrderPaid, parkPlanOrder, showDeclined } from './plan-order';
import type { PlanReading } from './plan-reading';
import { rankOf } from './plan-rules';
import { findSubscription } from './sync-subscription';

type Bought = Extract<InvoiceVerdict, { kind: 'period' | 'change' }>;

/**
 * Records a plan's paid invoice once and grants what its period has not granted yet; one of a second plan is recorded and grants
 * nothing. What does not agree with the plan or its order is parked.
 */
export async function settlePlanInvoice(
  scope: ApplyScope,
  ctx: Ctx,
  invoice: InvoiceFacts,
  { customerId, subscriptions }: Pick<PlanReading, 'customerId' | 'subscriptions'>,
): Promise<Outcome> {
  const verdict = judgeInvoice(invoice, customerId);
  const order = await findPlanOrder(ctx, invoice, subscriptions);
  if (verdict.kind === 'nothing') {
    if (order && invoice.failure) await showDeclined(ctx, order, invoice.failure);
    return { status: 'applied' };
  }
  if (verdict.kind === 'mismatch') {
    if (order) await parkPlanOrder(ctx, order, verdict.reason, scope.now);
    return { status: 'parked', reason: `${verdict.reason} (invoice ${invoice.id})` };
  }
  if (await isRecorded(ctx, invoice.id)) return { status: 'applied' };
  const { subscriptionId } = verdict;
  const duplicate = (await findSubscription(ctx, subscriptionId))?.status === 'duplicate';
  if (order && !duplicate && order.pack !== verdict.plan) {
    await parkPlanOrder(ctx, order, 'another plan', scope.now);
    return {
      status: 'parked',
      reason: `another plan than ordered (invoice ${invoice.id}, order ${order.id})`,
    };
  }
  const grant = duplicate ? { credits: 0, periodStart: null } : await countGrant(ctx, verdict);
  if (grant === null) {
    return { status: 'parked', reason: `a change of a period that was not paid (invoice ${invoice.id})` };
  }
  const { credits } = grant;
  // A change that costs and brings nothing, e.g. to a lower plan.
  if (credits === 0 && invoice.amountPaid === 0) return { status: 'applied' };
  const label = duplicate ? keptSecondLabel(verdict.plan) : labelOf(verdict);
  const bought = duplicate ? null : order;
  const paymentId = await record(scope, ctx, invoice, { label, ...grant, orderId: bought?.id ?? null });
  if (!paymentId) {
    return { status: 'parked', reason: `a payment that was counted before (invoice ${invoice.id})` };
  }
  if (bought) await markPlanOrderPaid(ctx, bought, subscriptionId, scope.now);
  if (credits > 0) await purchaseCredits(ctx, { amount: credits, paymentId });
  await emitEvent(ctx, { type: 'payment.changed', data: { paymentId, status: 'paid' } });
  if (!duplicate) {
    const first = invoice.reason === 'subscription_create';
    await tellPlanPaid(scope, ctx, { paymentId, label, credits, first, plan: verdict.plan, invoice });
  }
  return { status: 'applied' };
}

function labelOf(verdict: Bought): string {
  return verdict.kind === 'period'
    ? keptPlanLabel(verdict.plan, verdict.periodStart)
    : keptPlanLabel(verdict.plan, verdict.at, true);
}

async function isRecorded(ctx: Ctx, invoiceId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: payment.id })
    .from(payment)
    .where(and(eq(payment.organizationId, ctx.orgId), eq(payment.stripeInvoiceId, invoiceId)));
  return rows.length > 0;
}

type Grant = { credits: number; periodStart: Date | null };

/**
 * What this invoice adds to what its period has granted: up to the plan's credits a month, never more, however often the plan
 * goes up and down. Null for a change of a period that we never saw paid.
 */
async function countGrant(ctx: Ctx, verdict: Bought): Promise<Grant | null> {
  const { plan, subscriptionId: stripeSubscriptionId } = verdict;
  if (verdict.kind === 'period') {
    const { periodStart } = verdict;
    await ctx.db
      .insert(planCycle)
      .values({ stripeSubscriptionId, periodStart, organizationId: ctx.orgId, plan, granted: 0 })
      .onConflictDoNothing();
  }
  const at = verdict.kind === 'period' ? verdict.periodStart : verdict.at;
  const [cycle] = await ctx.db
    .select()
    .from(planCycle)
    .where(
      and(
        eq(planCycle.stripeSubscriptionId, stripeSubscriptionId),
        eq(planCycle.organizationId, ctx.orgId),
        lte(planCycle.periodStart, at),
      ),
    )
    .orderBy(desc(planCycle.periodStart))
    .limit(1);
  if (!cycle) return null;
  const credits = Math.max(0, PLANS[plan].monthlyCredits - cycle.granted);
  await ctx.db
    .update(planCycle)
    .set({
      granted: cycle.granted + credits,
      plan: rankOf(plan) > rankOf(cycle.plan) ? plan : cycle.plan,
    })
    .where(
      and(
        eq(planCycle.stripeSubscriptionId, stripeSubscriptionId),
        eq(planCycle.periodStart, cycle.periodStart),
        eq(planCycle.organizationId, ctx.orgId),
      ),
    );
  return { credits, periodStart: cycle.periodStart };
}

async function record(
  scope: ApplyScope,
  ctx: Ctx,
  invoice: InvoiceFacts,
  { label, credits, periodStart, orderId }: Grant & { label: string; orderId: string | null },
): Promise<string | null> {
  const { money } = invoice;
  const [recorded] = await ctx.db
    .insert(payment)
    .values({
      id: newId('payment'),
      organizationId: ctx.orgId,
      kind: 'plan',
      label,
      orderId,
      stripePaymentId: invoice.paymentKey,
      stripeInvoiceId: invoice.id,
      stripeChargeId: money.chargeId,
      stripeSubscriptionId: invoice.subscriptionId,
      periodStart,
      amountCents: invoice.amountPaid,
      taxCents: invoice.tax,
      currency: invoice.currency,
      credits,
      feeCents: money.feeCents,
      netCents: money.netCents,
      receiptUrl: money.receiptUrl,
      invoiceUrl: invoice.invoiceUrl,
      paidAt: happenedAt([invoice.paidAt, money.chargedAt], scope),
    })
    .onConflictDoNothing()
    .returning({ id: payment.id });
  if (!recorded) return null;
  await recordAudit(ctx, {
    action: 'billing.payment',
    subjectType: 'payment',
    subjectId: recorded.id,
    data: { label, amountCents: invoice.amountPaid, credits, invoiceId: invoice.id },
  });
  return recorded.id;
}
