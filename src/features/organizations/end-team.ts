import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { organization } from '@/db/schema/auth';
import { invitation } from '@/db/schema/organizations';
import { recordAudit } from '@/features/audit/record-audit';
import { closeTeamBilling } from '@/features/billing/close-team';
import { say } from '@/texts/current-texts';
import { endInvitation } from './end-invitation';
import { endMembership } from './end-membership';

/**
 * Ends a team with its last member, in the caller's transaction and under the team's lock: invitations end, nothing is sold to it any more, the
 * membership goes. Its row stays without a name, because payments and the ledger name it; credits that are left stay in its pool and can be used by nobody.
 */
export async function endTeam(ctx: Ctx, memberId: string, now: Date): Promise<void> {
  const open = await ctx.db
    .select({ id: invitation.id })
    .from(invitation)
    .where(and(eq(invitation.organizationId, ctx.orgId), eq(invitation.status, 'pending')));
  for (const { id } of open) await endInvitation(ctx, id, 'revoked', now);
  // Nobody in it needs to know any more whom it invited.
  await ctx.db
    .update(invitation)
    .set({ email: sql`${invitation.id} || '@deleted.invalid'` })
    .where(eq(invitation.organizationId, ctx.orgId));
  await ctx.db
    .update(organization)
    .set({
      name: say('members.ended'),
      slug: `deleted-${ctx.orgId.slice(-16)}`,
      logo: null,
      metadata: null,
      endedAt: now,
    })
    .where(eq(organization.id, ctx.orgId));
  await closeTeamBilling(ctx);
  await endMembership(ctx, memberId, 'members.leave', () => {});
  await recordAudit(ctx, {
    action: 'organizations.end',
    subjectType: 'organization',
    subjectId: ctx.orgId,
  });
}
