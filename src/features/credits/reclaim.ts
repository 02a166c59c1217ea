import { type Ctx, inTransaction } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type ReclaimInput, reclaimInput } from './input';
import { type Receipt, requestKey, walletToPool } from './ledger';
import { requireTeamMember } from './members';
import { leaveTrace } from './trace';

/** A member's wallet → pool; never what is held. Throws `insufficient_credits` when less is free. */
export async function reclaimCredits(ctx: Ctx, input: ReclaimInput): Promise<Receipt> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { memberId, amount, idempotencyKey, note } = reclaimInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    await requireTeamMember(ctx, memberId);
    const receipt = await walletToPool(ctx, memberId, amount, {
      key: requestKey(idempotencyKey),
      content: { memberId, amount },
      note,
    });
    if (!receipt.replayed) {
      await leaveTrace(ctx, {
        action: 'credits.reclaim',
        subjectType: 'member',
        subjectId: memberId,
        data: { amount, note, transferId: receipt.transferId },
        memberIds: [memberId],
      });
    }
    return receipt;
  });
}
