import type { Ctx } from '@/db/context';
import { requireProduct } from './access';
import { type PurchaseInput, purchaseInput } from './input';
import { issueToPool, type Receipt } from './ledger';

/**
 * The credits of one payment, once, whoever brings the payment first: the payment's id is the key. What the organization
 * owes after a chargeback is repaid from them first. Call it in the transaction that records the payment.
 */
export async function purchaseCredits(ctx: Ctx, input: PurchaseInput): Promise<Receipt> {
  requireProduct(ctx.actor);
  const { amount, paymentId } = purchaseInput.parse(input);
  return issueToPool(ctx, 'purchase', amount, {
    key: `purchase:${paymentId}`,
    content: { paymentId, amount },
    reference: { type: 'payment', id: paymentId },
    trace: { action: 'credits.purchase', subjectType: 'payment', subjectId: paymentId },
  });
}
