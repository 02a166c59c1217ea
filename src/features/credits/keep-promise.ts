import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type KeepPromiseInput, keepPromiseInput } from './input';
import { endPromise, type Receipt } from './ledger';

/**
 * The invitation was accepted: promised → the new member's wallet (open it first). Null when it carried no credits.
 * Throws `conflict` when the promise was already returned.
 */
export async function keepPromise(ctx: Ctx, input: KeepPromiseInput): Promise<Receipt | null> {
  requirePermission(ctx.actor, 'team:read');
  const { invitationId, memberId } = keepPromiseInput.parse(input);
  return endPromise(ctx, invitationId, memberId, {
    key: `promise-end:${invitationId}`,
    content: { invitationId, memberId },
    reference: { type: 'invitation', id: invitationId },
    trace: {
      action: 'credits.keep_promise',
      subjectType: 'invitation',
      subjectId: invitationId,
      data: { memberId },
      memberIds: [memberId],
    },
  });
}
