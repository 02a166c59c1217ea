/** What revoking and expiring share: a pending invitation ends once, and its credits go back to the pool. */
import { and, eq, lte } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { invitation } from '@/db/schema/organizations';
import { recordAudit } from '@/features/audit/record-audit';
import { returnPromise } from '@/features/credits/return-promise';
import { emitEvent } from '@/features/notifications/emit-event';

/** Call it inside a transaction. False when it was not pending (any more); `expired` also needs its time to be over. */
export async function endInvitation(
  ctx: Ctx,
  invitationId: string,
  status: 'revoked' | 'expired',
  now: Date,
): Promise<boolean> {
  const [ended] = await ctx.db
    .update(invitation)
    .set({ status, resolvedAt: now })
    .where(
      and(
        eq(invitation.id, invitationId),
        eq(invitation.organizationId, ctx.orgId),
        eq(invitation.status, 'pending'),
        status === 'expired' ? lte(invitation.expiresAt, now) : undefined,
      ),
    )
    .returning();
  if (!ended) return false;
  if (ended.promisedCredits > 0) await returnPromise(ctx, { invitationId });
  await recordAudit(ctx, {
    action: status === 'revoked' ? 'members.revoke_invitation' : 'members.expire_invitation',
    subjectType: 'invitation',
    subjectId: invitationId,
    data: { creditsReturned: ended.promisedCredits },
  });
  await emitEvent(ctx, { type: 'members.changed' });
  return true;
}
