import { type Ctx, inTransaction } from '@/db/context';
import { requireIssuer } from './access';
import { type PurchaseInput, purchaseInput } from './input';
import { issueToPool, type Receipt } from './ledger';
import { findSoloMember } from './members';
import { leaveTrace } from './trace';

/**
 * The credits of one paid order, once, whoever brings the payment first: the payment's id is the key. What the organization
 * owes after a chargeback is repaid from them first. Call it in the transaction that records the payment.
 */
export async function purchaseCredits(ctx: Ctx, input: PurchaseInput): Promise<Receipt> {
  requireIssuer(ctx.actor);
  const { amount, paymentId } = purchaseInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const soloMemberId = await findSoloMember(ctx);
    const receipt = await issueToPool(ctx, 'purchase', amount, soloMemberId, {
      key: `purchase:${paymentId}`,
      content: { paymentId, amount },
      reference: { type: 'payment', id: paymentId },
    });
    if (!receipt.replayed) {
      await leaveTrace(ctx, {
        action: 'credits.purchase',
        subjectType: 'payment',
        subjectId: paymentId,
        data: { amount, transferId: receipt.transferId },
        memberIds: soloMemberId ? [soloMemberId] : [],
      });
    }
    return receipt;
  });
}
