import { type Ctx, inTransaction } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { requireWalletAccess } from './access';
import { getHolder } from './end-hold';
import { type RefundInput, refundInput } from './input';
import { consumedToWallet, type Receipt } from './ledger';
import { leaveTrace } from './trace';

/**
 * Pays credits of a charged generation back to its wallet, at most what was charged (`conflict` beyond that). Whether a refund
 * is due is the caller's decision; the key names its reason once, e.g. `not-me:pic_…`.
 */
export async function refundToWallet(ctx: Ctx, input: RefundInput): Promise<Receipt> {
  requirePermission(ctx.actor, 'generation:own');
  const { generationId, amount, idempotencyKey, note } = refundInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const memberId = await getHolder(ctx, generationId);
    requireWalletAccess(ctx.actor, memberId);
    const receipt = await consumedToWallet(ctx, generationId, amount, {
      key: `refund:${idempotencyKey}`,
      content: { generationId, amount },
      reference: { type: 'generation', id: generationId },
      note,
    });
    if (!receipt.replayed) {
      await leaveTrace(ctx, {
        action: 'credits.refund',
        subjectType: 'generation',
        subjectId: generationId,
        data: { memberId, amount, note, transferId: receipt.transferId },
        memberIds: [memberId],
      });
    }
    return receipt;
  });
}
