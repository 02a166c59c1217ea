import type { Ctx } from '@/db/context';
import { requireProduct } from './access';
import { type ReverseChargeBackInput, reverseChargeBackInput } from './input';
import { type ReversedChargeBack, returnChargeBack } from './money-ledger';

/**
 * The dispute was won: what is still owed is repaid, each wallet gets back what was taken from it (a former member's goes to the
 * pool), the rest goes to the pool. Once. Throws `not_found` when this dispute took nothing here.
 */
export async function reverseChargeBack(
  ctx: Ctx,
  input: ReverseChargeBackInput,
): Promise<ReversedChargeBack> {
  requireProduct(ctx.actor);
  const { disputeId } = reverseChargeBackInput.parse(input);
  return returnChargeBack(ctx, `chargeback:${disputeId}`, {
    key: `chargeback-reversal:${disputeId}`,
    content: { disputeId },
    trace: {
      action: 'credits.reverse_charge_back',
      subjectType: 'organization',
      subjectId: ctx.orgId,
      data: { disputeId },
    },
  });
}
