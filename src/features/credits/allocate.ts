import { type Ctx, inTransaction } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type AllocateInput, allocateInput } from './input';
import { poolToWallet, type Receipt, requestKey } from './ledger';
import { requireTeamMember } from './members';
import { leaveTrace } from './trace';

/** Pool → a member's wallet. Throws `insufficient_credits` when the pool has less. */
export async function allocateCredits(ctx: Ctx, input: AllocateInput): Promise<Receipt> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { memberId, amount, idempotencyKey, note } = allocateInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    await requireTeamMember(ctx, memberId);
    const receipt = await poolToWallet(ctx, memberId, amount, {
      key: requestKey(idempotencyKey),
      content: { memberId, amount },
      note,
    });
    if (!receipt.replayed) {
      await leaveTrace(ctx, {
        action: 'credits.allocate',
        subjectType: 'member',
        subjectId: memberId,
        data: { amount, note, transferId: receipt.transferId },
        memberIds: [memberId],
      });
    }
    return receipt;
  });
}
