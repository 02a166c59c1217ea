import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type MemberInput, memberInput } from './input';
import { openMemberWallet } from './ledger';

/**
 * An empty wallet for a membership of this organization (`not_found` otherwise). Call it in the transaction that makes the
 * membership; again is harmless.
 */
export async function openWallet(ctx: Ctx, input: MemberInput): Promise<void> {
  requirePermission(ctx.actor, 'team:read');
  const { memberId } = memberInput.parse(input);
  await openMemberWallet(ctx, memberId);
}
