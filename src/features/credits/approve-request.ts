import { type Ctx, inTransaction } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { alreadyAnswered, endRequest, lockRequest, tellAsker } from './end-request';
import { type ApproveRequestInput, approveRequestInput } from './input';
import { poolToWallet } from './ledger';

/**
 * Gives what was asked for, or another amount, pool → the asker's wallet, in one transaction with the answer. Throws
 * `insufficient_credits` when the pool has less (the request stays open) and `conflict` when it was answered before; the same
 * approval again answers the same.
 */
export async function approveRequest(
  ctx: Ctx,
  input: ApproveRequestInput,
): Promise<{ requestId: string; granted: number }> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { requestId, amount, answer } = approveRequestInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, requestId);
    const granted = amount ?? request.amount;
    if (request.status === 'approved' && request.granted === granted) return { requestId, granted };
    if (request.status !== 'pending') throw alreadyAnswered(request);
    const { memberId } = request;
    const { transferId } = await poolToWallet(ctx, memberId, granted, {
      key: `credit-request:${requestId}`,
      content: { requestId, memberId, granted },
      reference: { type: 'request', id: requestId },
      trace: {
        action: 'credits.allocate',
        subjectType: 'member',
        subjectId: memberId,
        data: { requestId },
      },
    });
    await endRequest(ctx, request, { status: 'approved', granted, transferId, answer: answer || null });
    await tellAsker(ctx, request, {
      type: 'credits.request-approved',
      title: (texts) => texts.t('credits.notice.given', { amount: granted }),
      body: answer || ((texts) => texts.t('credits.notice.asked', { amount: request.amount })),
    });
    return { requestId, granted };
  });
}
