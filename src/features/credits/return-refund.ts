import type { Ctx } from '@/db/context';
import { requireProduct } from './access';
import { type ReturnRefundInput, returnRefundInput } from './input';
import { type Operation, returnToPool } from './money-ledger';

/**
 * Stripe could not pay a refund out: the credits that were taken for it go back where they came from, once. Throws `not_found`
 * when nothing was ever asked for this refund.
 */
export async function returnRefund(ctx: Ctx, input: ReturnRefundInput): Promise<Operation> {
  requireProduct(ctx.actor);
  const { refundId } = returnRefundInput.parse(input);
  return returnToPool(ctx, `money-refund:${refundId}`, {
    key: `money-refund-returned:${refundId}`,
    content: { refundId },
    trace: {
      action: 'credits.return_refund',
      subjectType: 'organization',
      subjectId: ctx.orgId,
      data: { refundId },
    },
  });
}
