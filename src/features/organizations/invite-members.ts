import { and, eq, inArray } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { member, organization, user } from '@/db/schema/auth';
import { invitation } from '@/db/schema/organizations';
import { recordAudit } from '@/features/audit/record-audit';
import { promiseCredits } from '@/features/credits/promise';
import { emitEvent } from '@/features/notifications/emit-event';
import { requireInviter, requirePermission } from '@/lib/actor';
import { AppError, isAppError, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { mayGrantRole, type Role } from '@/lib/permissions';
import { emailInput } from '@/lib/person-input';
import { say } from '@/texts/current-texts';
import { type InviteInput, inviteInput } from './input';
import { mailInvitation, newToken } from './invitation-mail';
import { invitationExpiry } from './rules';

export type Invited = { id: string; email: string; expiresAt: Date };
export type RefusedRow = { email: string; reason: string };

/**
 * Invites every address or none: a single bad row refuses all with `invalid` and `details.rows` (each with its reason). Credits
 * are set aside from the pool; when it has less than the sum, `insufficient_credits` and nobody is invited.
 */
export async function inviteMembers(ctx: Ctx, input: InviteInput, now = new Date()): Promise<Invited[]> {
  requirePermission(ctx.actor, 'members:invite');
  const { emails, role, credits } = inviteInput.parse(input);
  const { userId, role: ownRole } = requireInviter(ctx.actor);
  if (!mayGrantRole(ownRole, role)) throw new AppError('forbidden', say('members.refused.grantAbove'));
  return inTransaction(ctx, async (ctx) => {
    refuseAny(await findBadRows(ctx, emails));
    const names = await nameTeamAndInviter(ctx, userId);
    await openToOthers(ctx);
    const drafts = emails
      // One order for everybody: two admins inviting the same people at once wait for each other instead of deadlocking.
      .toSorted()
      .map((email) => ({ id: newId('invitation'), email, expiresAt: invitationExpiry(now), ...newToken() }));
    const made = await ctx.db
      .insert(invitation)
      .values(
        drafts.map(({ id, email, expiresAt, tokenHash }) => ({
          id,
          organizationId: ctx.orgId,
          email,
          role,
          tokenHash,
          promisedCredits: credits,
          invitedBy: userId,
          expiresAt,
        })),
      )
      .onConflictDoNothing()
      .returning({ email: invitation.email });
    const written = new Set(made.map((row) => row.email));
    refuseAny(drafts.filter(({ email }) => !written.has(email)).map(({ email }) => alreadyInvited(email)));
    for (const { id, email, expiresAt, token } of drafts) {
      await mailInvitation(ctx, { ...names, email, token, credits, expiresAt });
      await traceInvite(ctx, id, { role, credits });
    }
    // Last, because the pool's row stays locked from here on.
    if (credits > 0)
      await promiseToAll(
        ctx,
        drafts.map(({ id }) => id),
        credits,
      );
    await emitEvent(ctx, { type: 'members.changed' });
    return drafts.map(({ id, email, expiresAt }) => ({ id, email, expiresAt }));
  });
}

async function findBadRows(ctx: Ctx, emails: string[]): Promise<RefusedRow[]> {
  // One after the other: inside a transaction there is one connection.
  const members = await ctx.db
    .select({ email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, ctx.orgId), inArray(user.email, emails)));
  const pending = await ctx.db
    .select({ email: invitation.email })
    .from(invitation)
    .where(
      and(
        eq(invitation.organizationId, ctx.orgId),
        eq(invitation.status, 'pending'),
        inArray(invitation.email, emails),
      ),
    );
  const isMember = new Set(members.map((row) => row.email));
  const isInvited = new Set(pending.map((row) => row.email));
  const seen = new Set<string>();
  return emails.flatMap((email) => {
    const twice = seen.has(email);
    seen.add(email);
    if (!emailInput.safeParse(email).success) return { email, reason: say('members.refused.row.notAddress') };
    if (twice) return { email, reason: say('members.refused.row.twice') };
    if (isMember.has(email)) return { email, reason: say('members.refused.row.member') };
    return isInvited.has(email) ? alreadyInvited(email) : [];
  });
}

function alreadyInvited(email: string): RefusedRow {
  return { email, reason: say('members.refused.row.invited') };
}

function refuseAny(rows: RefusedRow[]): void {
  const [first, ...more] = rows;
  if (!first) return;
  const message =
    more.length === 0
      ? say('members.refused.oneRow', first)
      : say('members.refused.rows', { count: rows.length });
  throw new AppError('invalid', message, { rows });
}

async function nameTeamAndInviter(ctx: Ctx, userId: string): Promise<{ team: string; inviter: string }> {
  const [row] = await ctx.db
    .select({ team: organization.name, inviter: user.name })
    .from(organization)
    .innerJoin(user, eq(user.id, userId))
    .where(eq(organization.id, ctx.orgId));
  if (!row) throw notFound('team');
  return row;
}

/** A team of one becomes a real team: from now on what it buys stays in the pool. */
async function openToOthers(ctx: Ctx): Promise<void> {
  const opened = await ctx.db
    .update(organization)
    .set({ kind: 'team' })
    .where(and(eq(organization.id, ctx.orgId), eq(organization.kind, 'solo')))
    .returning({ id: organization.id });
  if (opened.length === 0) return;
  await recordAudit(ctx, {
    action: 'organizations.open',
    subjectType: 'organization',
    subjectId: ctx.orgId,
    data: { from: 'solo', to: 'team' },
  });
}

async function traceInvite(ctx: Ctx, id: string, data: { role: Role; credits: number }): Promise<void> {
  await recordAudit(ctx, { action: 'members.invite', subjectType: 'invitation', subjectId: id, data });
}

async function promiseToAll(ctx: Ctx, invitationIds: string[], each: number): Promise<void> {
  const needed = invitationIds.length * each;
  let promised = 0;
  try {
    for (const invitationId of invitationIds) {
      await promiseCredits(ctx, { invitationId, amount: each });
      promised += each;
    }
  } catch (error) {
    if (!isAppError(error, 'insufficient_credits')) throw error;
    // The ledger speaks of the one promise that failed; the person asked for all of them.
    const available = promised + Number(error.details?.available ?? 0);
    throw new AppError('insufficient_credits', say('members.refused.poolTooSmall', { available, needed }), {
      available,
      needed,
    });
  }
}
