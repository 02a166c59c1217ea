import type { Ctx } from '@/db/context';
import { requireProduct } from './access';
import { type KeepPromiseInput, keepPromiseInput } from './input';
import { endPromise, type Receipt } from './ledger';

/**
 * The invitation was accepted: promised → the new member's wallet (open it first). Null when it carried no credits. Only the
 * product knows that: whoever accepts does not say so themself.
 * Throws `conflict` when the promise was already returned.
 */
export async function keepPromise(ctx: Ctx, input: KeepPromiseInput): Promise<Receipt | null> {
  requireProduct(ctx.actor);
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
    },
  });
}
