import { and, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { creditRequest } from '@/db/schema/credits';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { alreadyAnswered, endRequest, lockRequest } from './end-request';
import { type WithdrawRequestInput, withdrawRequestInput } from './input';

/** The asker takes their request back; somebody else's does not exist for them. Throws `conflict` when it was answered. */
export async function withdrawRequest(ctx: Ctx, input: WithdrawRequestInput): Promise<{ requestId: string }> {
  requirePermission(ctx.actor, 'credits:read-own');
  const { memberId } = requireMember(ctx.actor);
  const { requestId } = withdrawRequestInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, requestId);
    if (request.memberId !== memberId) throw notFound('request');
    if (request.status !== 'pending') throw alreadyAnswered(request);
    await endRequest(ctx, request, { status: 'withdrawn' });
    return { requestId };
  });
}

/** A member goes, and with them what they asked for. Call it where the membership ends, before their wallet is returned. */
export async function withdrawOpenRequest(ctx: Ctx, memberId: string): Promise<void> {
  const leaving = ctx.actor.kind === 'member' && ctx.actor.memberId === memberId;
  if (!leaving) requirePermission(ctx.actor, 'members:remove');
  const [open] = await ctx.db
    .select()
    .from(creditRequest)
    .where(
      and(
        eq(creditRequest.organizationId, ctx.orgId),
        eq(creditRequest.memberId, memberId),
        eq(creditRequest.status, 'pending'),
      ),
    )
    .for('update');
  if (open) await endRequest(ctx, open, { status: 'withdrawn' });
}
