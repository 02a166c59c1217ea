import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type ReassignInput, reassignInput } from './input';
import { type Receipt, requestKey, walletToWallet } from './ledger';

/** One member's wallet → another's; never what is held. Throws `insufficient_credits` when less is free. */
export async function reassignCredits(ctx: Ctx, input: ReassignInput): Promise<Receipt> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { fromMemberId, toMemberId, amount, idempotencyKey, note } = reassignInput.parse(input);
  return walletToWallet(ctx, fromMemberId, toMemberId, amount, {
    key: requestKey(idempotencyKey),
    content: { fromMemberId, toMemberId, amount },
    note,
    trace: {
      action: 'credits.reassign',
      subjectType: 'member',
      subjectId: fromMemberId,
      data: { toMemberId, note },
    },
  });
}
