import type { Ctx } from '@/db/context';
import { requireMember, requirePermission } from '@/lib/actor';
import { type MemberInput, memberInput } from './input';
import { closeWallet, type Receipt } from './ledger';

/**
 * Closes the wallet of a member who is removed or leaves: everything unheld goes to the pool now, and what running holds free
 * later follows by itself. Call it in the transaction that deletes the membership, before the delete; one member a transaction
 * (wallet locks come before the pool's). Null when there was nothing to move.
 */
export async function returnWallet(ctx: Ctx, input: MemberInput): Promise<Receipt | null> {
  const { memberId } = memberInput.parse(input);
  const leaving = ctx.actor.kind === 'member' && requireMember(ctx.actor).memberId === memberId;
  if (!leaving) requirePermission(ctx.actor, 'members:remove');
  const { transferId, ...receipt } = await closeWallet(ctx, memberId, {
    key: `return-wallet:${memberId}`,
    content: { memberId },
    reference: { type: 'member', id: memberId },
    trace: {
      action: 'credits.return_wallet',
      subjectType: 'member',
      subjectId: memberId,
    },
  });
  return transferId === null ? null : { transferId, ...receipt };
}
