import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type ReclaimInput, reclaimInput } from './input';
import { type Receipt, requestKey, walletToPool } from './ledger';

/** A member's wallet → pool; never what is held. Throws `insufficient_credits` when less is free. */
export async function reclaimCredits(ctx: Ctx, input: ReclaimInput): Promise<Receipt> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { memberId, amount, idempotencyKey, note } = reclaimInput.parse(input);
  return walletToPool(ctx, memberId, amount, {
    key: requestKey(idempotencyKey),
    content: { memberId, amount },
    note,
    trace: {
      action: 'credits.reclaim',
      subjectType: 'member',
      subjectId: memberId,
      data: { note },
    },
  });
}
