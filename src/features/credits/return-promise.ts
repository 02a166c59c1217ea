import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type ReturnPromiseInput, returnPromiseInput } from './input';
import { endPromise, type Receipt } from './ledger';

/**
 * The invitation was revoked or has expired: promised → pool. Null when it carried no credits.
 * Throws `conflict` when the promise was already kept.
 */
export async function returnPromise(ctx: Ctx, input: ReturnPromiseInput): Promise<Receipt | null> {
  requirePermission(ctx.actor, 'members:invite');
  const { invitationId } = returnPromiseInput.parse(input);
  return endPromise(ctx, invitationId, null, {
    key: `promise-end:${invitationId}`,
    content: { invitationId },
    reference: { type: 'invitation', id: invitationId },
    trace: { action: 'credits.return_promise', subjectType: 'invitation', subjectId: invitationId },
  });
}
