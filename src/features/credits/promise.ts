import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type PromiseInput, promiseInput } from './input';
import { poolToPromised, type Receipt } from './ledger';

/** Sets credits aside for a pending invitation: pool → promised, once an invitation. Call it where the invitation is made. */
export async function promiseCredits(ctx: Ctx, input: PromiseInput): Promise<Receipt> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { invitationId, amount } = promiseInput.parse(input);
  return poolToPromised(ctx, amount, {
    key: `promise:${invitationId}`,
    content: { invitationId, amount },
    reference: { type: 'invitation', id: invitationId },
    trace: { action: 'credits.promise', subjectType: 'invitation', subjectId: invitationId },
  });
}
