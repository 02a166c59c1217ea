import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { type HoldInput, holdInput } from './input';
import { type HoldReceipt, placeHold } from './ledger';

/**
 * Sets a generation's price aside in the member's wallet. Call it in the transaction that writes the generation. Throws
 * `insufficient_credits`, and `conflict` while the team owes credits. Only the member spends their own wallet.
 */
export async function holdCredits(ctx: Ctx, input: HoldInput): Promise<HoldReceipt> {
  requirePermission(ctx.actor, 'generation:own');
  const { generationId, memberId, amount } = holdInput.parse(input);
  if (ctx.actor.kind === 'member' && ctx.actor.memberId !== memberId) throw notFound('wallet');
  return placeHold(ctx, memberId, generationId, amount, {
    action: 'credits.hold',
    subjectType: 'generation',
    subjectId: generationId,
    data: { memberId },
  });
}
