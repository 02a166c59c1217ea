import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { refund } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { returnRefund } from '@/features/credits/return-refund';
import { emitEvent } from '@/features/notifications/emit-event';
import { keptText } from '../kept-words';
import type { Payment, Refund } from '../payments/payment-locks';
import { happenedAt } from '../stripe-reads';
import type { RefundFacts } from './charge-facts';
import { tellRefund } from './tell-refund';
import { tellStandingNote } from './tell-standing-note';

type Stated = Pick<RefundFacts, 'status' | 'failure' | 'createdAt'> & { id: string | null };

/**
 * Writes down what Stripe says about a refund of ours, under the payment's lock, and answers it as it is now. A failed one gives its
 * credits back, once, and stays failed. Does nothing when nothing is new.
 */
export async function recordRefundState(
  ctx: Ctx,
  payment: Payment,
  row: Refund,
  fact: Stated,
  { now, appUrl }: { now: Date; appUrl: string },
): Promise<Refund> {
  // A refund that has succeeded may still fail, days later; it is not pending again.
  const status = row.status === 'succeeded' && fact.status === 'pending' ? row.status : fact.status;
  const sameId = fact.id === null || fact.id === row.stripeRefundId;
  if (row.status === 'failed' || (row.status === status && sameId)) return row;
  const failed = status === 'failed';
  const [after] = await ctx.db
    .update(refund)
    .set({
      status,
      stripeRefundId: row.stripeRefundId ?? fact.id,
      failure: failed ? (fact.failure ?? keptText('refundUnpayable')) : null,
      sentAt: row.sentAt ?? (fact.id === null ? null : sentAt(row, fact, now)),
      resolvedAt: status === 'pending' ? null : endedAt(status, row, fact, now),
    })
    .where(and(eq(refund.id, row.id), eq(refund.organizationId, ctx.orgId)))
    .returning();
  if (!after) throw new Error('The refund is gone.');
  if (failed && row.credits > 0) await returnRefund(ctx, { refundId: row.id });
  await recordAudit(ctx, {
    action: failed ? 'billing.refund_failed' : 'billing.refund_sent',
    subjectType: 'payment',
    subjectId: payment.id,
    data: { refundId: row.id, amountCents: row.amountCents, credits: row.credits },
  });
  await emitEvent(ctx, {
    type: 'payment.changed',
    data: { paymentId: payment.id, status: failed ? 'refund_failed' : 'refunded' },
  });
  await tellRefund(ctx, payment, after, appUrl);
  if (failed) await tellStandingNote(ctx, after, appUrl);
  return after;
}

/** The money left when Stripe made the refund; when one failed later, Stripe does not say. */
function endedAt(status: Refund['status'], row: Refund, fact: Stated, now: Date): Date {
  return status === 'failed' ? now : sentAt(row, fact, now);
}

function sentAt(row: Refund, fact: Stated, now: Date): Date {
  return happenedAt([fact.createdAt], { now, earliest: row.createdAt });
}
