/** Brings a payment's refunds to what Stripe says about its charge. Runs inside the caller's transaction. */
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { payment, refund } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { withdrawForRefund } from '@/features/credits/withdraw-for-refund';
import { emitEvent } from '@/features/notifications/emit-event';
import { actorLabel } from '@/lib/actor';
import { newId } from '@/lib/ids';
import type { ApplyScope, Outcome } from '../effects';
import { listRefunds, lockPaymentOf, orgOf, type Payment, type Refund } from '../payments/payment-locks';
import { endUnpaidPeriod } from '../plans/period-money';
import { happenedAt } from '../stripe-reads';
import { pauseTopUps } from '../top-ups/pause-top-ups';
import type { ChargeFacts } from './charge-facts';
import { type Explained, explainRefunds } from './explain-refunds';
import { recordRefundState } from './record-refund-state';
import { creditsOf } from './refund-rules';
import { tellRefund } from './tell-refund';

/**
 * Refunds of ours take Stripe's state; what went back without us takes credits with it in proportion, at most what is unspent.
 * May be called in any order and as often as one likes: each refund counts once, and what has failed stays failed. Answers null
 * when we have no payment of this charge.
 */
export async function settleRefunds(scope: ApplyScope, charge: ChargeFacts): Promise<Outcome | null> {
  const row = await lockPaymentOf(scope.db, charge);
  if (!row) return null;
  const mismatch = findMismatch(row, charge);
  if (mismatch) return { status: 'parked', reason: `${mismatch} (charge ${charge.id}, payment ${row.id})` };
  const ctx = scope.ctxOf(orgOf(row));
  let refunds = await listRefunds(ctx.db, row.id);
  const { known, foreign } = explainRefunds(charge, refunds);
  for (const { row: earlier, fact } of known) {
    const ended = await recordRefundState(ctx, row, earlier, fact, scope);
    refunds = refunds.map((one) => (one.id === ended.id ? ended : one));
  }
  for (const fact of foreign) {
    const added = await addForeign(ctx, row, charge, refunds, fact, scope);
    if (added) refunds = [...refunds, added];
  }
  await countRefunded(ctx, row, refunds);
  await endUnpaidPeriod(ctx, row);
  return { status: 'applied' };
}

function findMismatch(row: Payment, charge: ChargeFacts): string | null {
  if (charge.currency !== row.currency) return 'a charge in another currency';
  if (charge.amount !== row.amountCents) return 'a charge of another amount';
  return charge.amountRefunded > row.amountCents ? 'more went back than was paid' : null;
}

async function addForeign(
  ctx: Ctx,
  row: Payment,
  charge: ChargeFacts,
  refunds: readonly Refund[],
  fact: Explained<Refund>['foreign'][number],
  scope: ApplyScope,
): Promise<Refund | null> {
  if (fact.status === 'failed') return null;
  const earlier = refunds.filter(({ status }) => status !== 'failed');
  const back = earlier.reduce((sum, { amountCents }) => sum + amountCents, 0) + fact.amount;
  const taken = earlier.reduce((sum, { credits }) => sum + credits, 0);
  const wanted = back >= row.amountCents ? row.credits - taken : creditsOf(row, fact.amount);
  const refundId = newId('refund');
  const madeAt = happenedAt([fact.createdAt], { now: scope.now, earliest: row.paidAt });
  const { credits } =
    wanted > 0
      ? await withdrawForRefund(ctx, { paymentId: row.id, refundId, credits: wanted })
      : { credits: 0 };
  const [added] = await ctx.db
    .insert(refund)
    .values({
      id: refundId,
      organizationId: ctx.orgId,
      paymentId: row.id,
      origin: 'stripe',
      amountCents: fact.amount,
      credits,
      status: fact.status,
      stripeRefundId: fact.id,
      actor: actorLabel(ctx.actor),
      idempotencyKey: `stripe:${fact.id ?? `${charge.id}:${charge.amountRefunded}`}`,
      requestHash: '',
      createdAt: madeAt,
      sentAt: madeAt,
      resolvedAt: fact.status === 'succeeded' ? madeAt : null,
    })
    .returning();
  if (!added) throw new Error('The refund was not written.');
  await recordAudit(ctx, {
    action: 'billing.refund_seen',
    subjectType: 'payment',
    subjectId: row.id,
    data: { refundId, amountCents: fact.amount, credits },
  });
  if (credits > 0) await pauseTopUps(ctx, { why: 'refund', id: refundId, now: scope.now });
  await emitEvent(ctx, { type: 'payment.changed', data: { paymentId: row.id, status: 'refunded' } });
  await tellRefund(ctx, row, added, scope.appUrl);
  return added;
}

/** From our rows and not from the charge: an older reading of the charge that comes late would turn it back. */
export async function countRefunded(ctx: Ctx, row: Payment, refunds: readonly Refund[]): Promise<void> {
  const sent = refunds.filter(
    ({ status, stripeRefundId }) =>
      status === 'succeeded' || (status === 'pending' && stripeRefundId !== null),
  );
  const refundedCents = Math.min(
    row.amountCents,
    sent.reduce((sum, { amountCents }) => sum + amountCents, 0),
  );
  if (refundedCents === row.refundedCents) return;
  await ctx.db
    .update(payment)
    .set({ refundedCents })
    .where(and(eq(payment.id, row.id), eq(payment.organizationId, ctx.orgId)));
}
