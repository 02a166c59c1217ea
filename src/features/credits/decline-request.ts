import { type Ctx, inTransaction } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { alreadyAnswered, endRequest, lockRequest, tellAsker } from './end-request';
import { type DeclineRequestInput, declineRequestInput } from './input';

/** Says no, with a reason the asker reads. Throws `conflict` when the request was answered before. */
export async function declineRequest(ctx: Ctx, input: DeclineRequestInput): Promise<{ requestId: string }> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { requestId, answer } = declineRequestInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, requestId);
    if (request.status !== 'pending') throw alreadyAnswered(request);
    await endRequest(ctx, request, { status: 'declined', answer });
    await tellAsker(ctx, request, {
      type: 'credits.request-declined',
      title: (texts) => texts.t('credits.notice.declined', { amount: request.amount }),
      body: answer,
    });
    return { requestId };
  });
}
