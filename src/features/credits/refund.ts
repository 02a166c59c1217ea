import type { Ctx } from '@/db/context';
import { requireIssuer } from './access';
import { type RefundInput, refundInput } from './input';
import { consumedToWallet, type Receipt } from './ledger';

/**
 * Pays credits of a charged generation back to its wallet, at most what was charged (`conflict` beyond that). Whether a refund
 * is due is the decision of the product or of support, never of a member; the key names its reason once, e.g. `not-me:pic_…`.
 */
export async function refundToWallet(ctx: Ctx, input: RefundInput): Promise<Receipt> {
  requireIssuer(ctx.actor);
  const { generationId, amount, idempotencyKey, note } = refundInput.parse(input);
  return consumedToWallet(ctx, generationId, amount, {
    key: `refund:${idempotencyKey}`,
    content: { generationId, amount },
    reference: { type: 'generation', id: generationId },
    note,
    trace: { action: 'credits.refund', subjectType: 'generation', subjectId: generationId, data: { note } },
  });
}
