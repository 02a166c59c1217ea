import { and, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { organization, user } from '@/db/schema/auth';
import { invitation } from '@/db/schema/organizations';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { requireInviter, requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { mayGrantRole } from '@/lib/permissions';
import { say } from '@/texts/current-texts';
import { type InvitationInput, invitationInput } from './input';
import { mailInvitation, newToken } from './invitation-mail';
import { type Invited, inviteMembers } from './invite-members';
import { invitationExpiry } from './rules';

/**
 * A new link with a new week; the old link dies. An expired invitation, whose credits went back, is made anew, so the pool must
 * have them again.
 */
export async function resendInvitation(ctx: Ctx, input: InvitationInput, now = new Date()): Promise<Invited> {
  requirePermission(ctx.actor, 'members:invite');
  const { invitationId } = invitationInput.parse(input);
  const { userId, role } = requireInviter(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(invitation)
      .where(and(eq(invitation.id, invitationId), eq(invitation.organizationId, ctx.orgId)))
      .for('update');
    if (!row) throw notFound('invitation');
    if (!mayGrantRole(role, row.role)) throw new AppError('forbidden', say('members.refused.grantAbove'));
    if (row.status === 'expired') {
      const again = { emails: [row.email], role: row.role, credits: row.promisedCredits };
      const [invited] = await inviteMembers(ctx, again, now);
      if (!invited) throw new Error('An invitation made no row.');
      return invited;
    }
    if (row.status !== 'pending') throw new AppError('conflict', say(`members.refused.ended.${row.status}`));
    const { token, tokenHash } = newToken();
    const expiresAt = invitationExpiry(now);
    await ctx.db
      .update(invitation)
      .set({ tokenHash, expiresAt, invitedBy: userId })
      .where(eq(invitation.id, row.id));
    const [names] = await ctx.db
      .select({ team: organization.name, inviter: user.name })
      .from(organization)
      .innerJoin(user, eq(user.id, userId))
      .where(eq(organization.id, ctx.orgId));
    if (!names) throw notFound('team');
    await mailInvitation(ctx, {
      ...names,
      email: row.email,
      token,
      credits: row.promisedCredits,
      expiresAt,
    });
    await recordAudit(ctx, {
      action: 'members.resend_invitation',
      subjectType: 'invitation',
      subjectId: row.id,
    });
    await emitEvent(ctx, { type: 'members.changed' });
    return { id: row.id, email: row.email, expiresAt };
  });
}
