/** Brings our order to what Stripe says about its checkout session. Runs inside the caller's transaction. */
import { and, eq, isNull, or } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { organization } from '@/db/schema/auth';
import { payment, purchaseOrder } from '@/db/schema/billing';
import type { Db, OrgId } from '@/db/types';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { tellAdmins } from '@/features/notifications/tell-admins';
import type { ApplyScope, Outcome } from '../effects';
import { keptText, tellKept } from '../kept-words';
import { fillPayment } from './fill-payment';
import { isOurCustomer } from './our-customers';
import type { Order } from './place-order';
import { type Paid, recordPayment } from './record-payment';
import type { SessionFacts } from './session-facts';
import { findMismatch, judge, type Verdict } from './session-rules';

/**
 * Grants a paid order's credits once, however often and from wherever it is called; shows failed and expired ones. What does
 * not agree with our order is parked: nothing is granted.
 */
export async function settleSession(scope: ApplyScope, session: SessionFacts): Promise<Outcome> {
  const verdict = judge(session);
  const order = await lockOrder(scope.db, session);
  if (!order) {
    if (verdict.kind !== 'paid') return { status: 'ignored' };
    // Pages of another product on the same account.
    if (!(await isOurs(scope.db, session))) return { status: 'ignored' };
    return { status: 'parked', reason: `no order for the paid session ${session.id}` };
  }
  const ctx = scope.ctxOf(order.organizationId as OrgId);
  // Settled by hand: what Stripe says of it is no news.
  if (order.status === 'closed') return { status: 'ignored' };
  const mismatch = findMismatch(order, session);
  if (mismatch) return park(ctx, order, session, mismatch, scope.now);
  if (order.status === 'parked') return { status: 'parked', reason: order.failure ?? 'the order is parked' };
  if (order.kind === 'plan' && verdict.kind === 'paid') return linkPlan(ctx, order, session, scope.now);
  if (order.kind !== 'plan' && session.subscriptionId) {
    return park(ctx, order, session, 'a plan instead of credits', scope.now);
  }
  if (order.status === 'paid') return settlePaid(ctx, order, session, verdict);
  switch (verdict.kind) {
    case 'paid':
      if (await recordPayment(ctx, order, paidBy(session, verdict), scope)) return { status: 'applied' };
      return park(ctx, order, session, 'a payment that was counted before', scope.now);
    case 'failed':
      await fail(ctx, order, verdict, scope.now);
      return { status: 'applied' };
    case 'expired':
      await expire(ctx, order, scope.now);
      return { status: 'applied' };
    case 'pending':
      return { status: 'applied' };
  }
}

/** A page for a team of ours, though we know no order of it. */
async function isOurs(db: Db, { customerId, organizationId }: SessionFacts): Promise<boolean> {
  if (await isOurCustomer(db, customerId)) return true;
  const rows = await db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.id, organizationId ?? ''));
  return rows.length > 0;
}

function paidBy(session: SessionFacts, verdict: Extract<Verdict, { kind: 'paid' }>): Paid {
  const { id, money, tax, invoiceId, invoiceUrl, paidAt } = session;
  const { paymentKey, amountCents } = verdict;
  return { ...money, paymentKey, amountCents, taxCents: tax, sessionId: id, invoiceId, invoiceUrl, paidAt };
}

/**
 * The order of this session, locked. The hint in the metadata only helps where we died between opening the session and
 * writing down its id; everything else about such a session is checked like any other.
 */
async function lockOrder(db: Db, session: SessionFacts): Promise<Order | null> {
  const [row] = await db
    .select()
    .from(purchaseOrder)
    .where(
      or(
        eq(purchaseOrder.stripeSessionId, session.id),
        and(isNull(purchaseOrder.stripeSessionId), eq(purchaseOrder.id, session.orderHint ?? '')),
      ),
    )
    .for('update');
  return row ?? null;
}

/** A plan's page only leads to its subscription: the paid invoice grants, and marks the order. */
async function linkPlan(ctx: Ctx, order: Order, session: SessionFacts, now: Date): Promise<Outcome> {
  const { id: stripeSessionId, subscriptionId } = session;
  if (!subscriptionId) return park(ctx, order, session, 'a payment without a plan', now);
  if (order.stripeSubscriptionId && order.stripeSubscriptionId !== subscriptionId) {
    return park(ctx, order, session, 'another subscription', now);
  }
  if (!order.stripeSubscriptionId) {
    await ctx.db
      .update(purchaseOrder)
      .set({ stripeSessionId, stripeSubscriptionId: subscriptionId })
      .where(and(eq(purchaseOrder.id, order.id), eq(purchaseOrder.organizationId, ctx.orgId)));
  }
  return { status: 'applied' };
}

/** The same payment again tells at most of an invoice or a fee that was not there before. Another one is for staff. */
async function settlePaid(ctx: Ctx, order: Order, session: SessionFacts, verdict: Verdict): Promise<Outcome> {
  if (verdict.kind !== 'paid') return { status: 'applied' };
  const [known] = await ctx.db
    .select()
    .from(payment)
    .where(and(eq(payment.orderId, order.id), eq(payment.organizationId, ctx.orgId)));
  // A server that named no payment at first may name it later; until then the session is the key.
  if (!known || (known.stripePaymentId !== verdict.paymentKey && known.stripePaymentId !== session.id)) {
    return { status: 'parked', reason: `a second payment ${verdict.paymentKey} for order ${order.id}` };
  }
  const { invoiceId, invoiceUrl, money } = session;
  const { chargeId, receiptUrl, feeCents, netCents } = money;
  await fillPayment(ctx, known, {
    stripeInvoiceId: invoiceId,
    stripeChargeId: chargeId,
    invoiceUrl,
    receiptUrl,
    feeCents,
    netCents,
  });
  return { status: 'applied' };
}

async function park(
  ctx: Ctx,
  order: Order,
  session: SessionFacts,
  reason: string,
  now: Date,
): Promise<Outcome> {
  const outcome: Outcome = {
    status: 'parked',
    reason: `${reason} (session ${session.id}, order ${order.id})`,
  };
  // A paid order stays paid: its money was right when it came.
  if (order.status === 'paid' || order.status === 'parked') return outcome;
  await change(ctx, order, {
    status: 'parked',
    failure: keptText('parkedPayment'),
    resolvedAt: now,
  });
  await recordAudit(ctx, {
    action: 'billing.park',
    subjectType: 'order',
    subjectId: order.id,
    data: { reason, sessionId: session.id },
  });
  return outcome;
}

async function fail(ctx: Ctx, order: Order, verdict: { final: boolean; message: string }, now: Date) {
  if (order.status === 'failed' && order.failure === verdict.message && !verdict.final) return;
  await change(ctx, order, {
    status: 'failed',
    failure: verdict.message,
    resolvedAt: verdict.final ? now : null,
  });
  if (verdict.final) {
    await tellAdmins(ctx, {
      type: 'payment.failed',
      title: (texts) => texts.t('billing.notice.failedTitle'),
      body: (texts) => texts.t('billing.notice.failed', { why: tellKept(verdict.message, texts) }),
      href: `credits/buy/${order.id}`,
      dedupeKey: `payment-failed:${order.id}`,
    });
  }
}

async function expire(ctx: Ctx, order: Order, now: Date): Promise<void> {
  // A declined or cancelled order stays so: that says more than that its page has closed.
  const kept = order.status === 'failed' || order.status === 'cancelled';
  await change(ctx, order, { status: kept ? order.status : 'expired', resolvedAt: now });
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
