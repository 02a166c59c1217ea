import { type Ctx, inTransaction } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type ReturnPromiseInput, returnPromiseInput } from './input';
import { endPromise, type Receipt } from './ledger';
import { leaveTrace } from './trace';

/**
 * The invitation was revoked or has expired: promised → pool. Null when it carried no credits.
 * Throws `conflict` when the promise was already kept.
 */
export async function returnPromise(ctx: Ctx, input: ReturnPromiseInput): Promise<Receipt | null> {
  requirePermission(ctx.actor, 'members:invite');
  const { invitationId } = returnPromiseInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const receipt = await endPromise(ctx, invitationId, null, {
      key: `promise-end:${invitationId}`,
      content: { invitationId },
      reference: { type: 'invitation', id: invitationId },
    });
    if (receipt && !receipt.replayed) {
      await leaveTrace(ctx, {
        action: 'credits.return_promise',
        subjectType: 'invitation',
        subjectId: invitationId,
        data: { amount: receipt.amount, transferId: receipt.transferId },
      });
    }
    return receipt;
  });
}
