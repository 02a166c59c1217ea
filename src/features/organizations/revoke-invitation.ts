import { and, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { invitation } from '@/db/schema/organizations';
import { requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import { endInvitation } from './end-invitation';
import { type InvitationInput, invitationInput } from './input';

/** The link dies and the credits it carried return to the pool. Revoking twice changes nothing. */
export async function revokeInvitation(ctx: Ctx, input: InvitationInput, now = new Date()): Promise<void> {
  requirePermission(ctx.actor, 'members:invite');
  const { invitationId } = invitationInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    if (await endInvitation(ctx, invitationId, 'revoked', now)) return;
    const [row] = await ctx.db
      .select({ status: invitation.status })
      .from(invitation)
      .where(and(eq(invitation.id, invitationId), eq(invitation.organizationId, ctx.orgId)));
    if (!row) throw notFound('invitation');
    if (row.status === 'accepted') throw new AppError('conflict', say('members.refused.acceptedRemove'));
  });
}
