import { type Ctx, inTransaction } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type ReassignInput, reassignInput } from './input';
import { type Receipt, requestKey, walletToWallet } from './ledger';
import { requireTeamMember } from './members';
import { leaveTrace } from './trace';

/** One member's wallet → another's; never what is held. Throws `insufficient_credits` when less is free. */
export async function reassignCredits(ctx: Ctx, input: ReassignInput): Promise<Receipt> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { fromMemberId, toMemberId, amount, idempotencyKey, note } = reassignInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    await requireTeamMember(ctx, fromMemberId);
    await requireTeamMember(ctx, toMemberId);
    const receipt = await walletToWallet(ctx, fromMemberId, toMemberId, amount, {
      key: requestKey(idempotencyKey),
      content: { fromMemberId, toMemberId, amount },
      note,
    });
    if (!receipt.replayed) {
      await leaveTrace(ctx, {
        action: 'credits.reassign',
        subjectType: 'member',
        subjectId: fromMemberId,
        data: { toMemberId, amount, note, transferId: receipt.transferId },
        memberIds: [fromMemberId, toMemberId],
      });
    }
    return receipt;
  });
}
