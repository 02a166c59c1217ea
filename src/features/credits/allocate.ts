import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type AllocateInput, allocateInput } from './input';
import { poolToWallet, type Receipt, requestKey } from './ledger';

/** Pool → a member's wallet. Throws `insufficient_credits` when the pool has less. */
export async function allocateCredits(ctx: Ctx, input: AllocateInput): Promise<Receipt> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { memberId, amount, idempotencyKey, note } = allocateInput.parse(input);
  return poolToWallet(ctx, memberId, amount, {
    key: requestKey(idempotencyKey),
    content: { memberId, amount },
    note,
    trace: {
      action: 'credits.allocate',
      subjectType: 'member',
      subjectId: memberId,
      data: { note },
    },
  });
}
