import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { ownWalletOnly } from './access';
import { type RefundInput, refundInput } from './input';
import { consumedToWallet, type Receipt } from './ledger';

/**
 * Pays credits of a charged generation back to its wallet, at most what was charged (`conflict` beyond that). Whether a refund
 * is due is the caller's decision; the key names its reason once, e.g. `not-me:pic_…`.
 */
export async function refundToWallet(ctx: Ctx, input: RefundInput): Promise<Receipt> {
  requirePermission(ctx.actor, 'generation:own');
  const { generationId, amount, idempotencyKey, note } = refundInput.parse(input);
  return consumedToWallet(ctx, generationId, amount, {
    key: `refund:${idempotencyKey}`,
    content: { generationId, amount },
    reference: { type: 'generation', id: generationId },
    note,
    onlyMember: ownWalletOnly(ctx.actor),
    trace: { action: 'credits.refund', subjectType: 'generation', subjectId: generationId, data: { note } },
  });
}
