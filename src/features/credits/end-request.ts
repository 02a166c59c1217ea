/** What approving, declining and withdrawing share. */
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member, organization } from '@/db/schema/auth';
import { creditRequest } from '@/db/schema/credits';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { type NewNotice, writeNotice } from '@/features/notifications/notify';
import { actorLabel } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { say } from '@/texts/current-texts';

export type CreditRequest = typeof creditRequest.$inferSelect;

/** The request under its lock, so that two answers come one after the other. Throws `not_found` outside this organization. */
export async function lockRequest(ctx: Ctx, requestId: string): Promise<CreditRequest> {
  const [row] = await ctx.db
    .select()
    .from(creditRequest)
    .where(and(eq(creditRequest.id, requestId), eq(creditRequest.organizationId, ctx.orgId)))
    .for('update');
  if (!row) throw notFound('request');
  return row;
}

export function alreadyAnswered({ status }: CreditRequest): AppError {
  return new AppError('conflict', say(`credits.refused.answered.${status}`), { status });
}

type End = {
  status: 'approved' | 'declined' | 'withdrawn';
  granted?: number;
  transferId?: string;
  answer?: string | null;
};

/** Closes a pending request that the caller has locked. */
export async function endRequest(ctx: Ctx, request: CreditRequest, end: End): Promise<void> {
  await ctx.db
    .update(creditRequest)
    .set({ ...end, decidedBy: actorLabel(ctx.actor), decidedAt: new Date() })
    .where(and(eq(creditRequest.id, request.id), eq(creditRequest.status, 'pending')));
  const { memberId, amount } = request;
  await recordAudit(ctx, {
    action: `credits.request_${end.status}`,
    subjectType: 'request',
    subjectId: request.id,
    data: { memberId, amount, granted: end.granted, transferId: end.transferId },
  });
  await emitEvent(ctx, { type: 'request.changed' });
}

/** Tells the member who asked, if they are still there. */
export async function tellAsker(
  ctx: Ctx,
  request: CreditRequest,
  notice: Pick<NewNotice, 'type' | 'title' | 'body'>,
): Promise<void> {
  const [asker] = await ctx.db
    .select({ userId: member.userId, slug: organization.slug })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.id, request.memberId), eq(member.organizationId, ctx.orgId)));
  if (!asker) return;
  await writeNotice(ctx, {
    ...notice,
    userId: asker.userId,
    href: `/teams/${asker.slug}/credits`,
    dedupeKey: `${notice.type}:${request.id}`,
  });
}
