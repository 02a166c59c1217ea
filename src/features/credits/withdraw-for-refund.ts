import type { Ctx } from '@/db/context';
import { requireProduct } from './access';
import { type WithdrawForRefundInput, withdrawForRefundInput } from './input';
import { type Operation, takeFromPool } from './money-ledger';

/**
 * A payment's money goes back, so its credits do: at most `credits`, at most what of the payment is unspent (first in, first
 * out), at most what the pool has and does not owe. Answers how many were taken, which may be none; the same refund again gets
 * the same answer. The ledger does not check who asked: billing has, and calls as the product. Throws `not_found` when the
 * payment granted nothing here. Call it in the transaction that records the refund, before Stripe is asked.
 */
export async function withdrawForRefund(ctx: Ctx, input: WithdrawForRefundInput): Promise<Operation> {
  requireProduct(ctx.actor);
  const { paymentId, refundId, credits } = withdrawForRefundInput.parse(input);
  return takeFromPool(ctx, paymentId, credits, {
    key: `money-refund:${refundId}`,
    content: { paymentId, refundId, credits },
    reference: { type: 'payment', id: paymentId },
    trace: {
      action: 'credits.take_back',
      subjectType: 'payment',
      subjectId: paymentId,
      data: { refundId },
    },
  });
}
