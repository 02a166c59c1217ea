import { and, eq, inArray } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { pgError } from '@/db/errors';
import { member, organization, user } from '@/db/schema/auth';
import { creditRequest } from '@/db/schema/credits';
import { env } from '@/env';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { queueMail } from '@/features/notifications/notify';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { say } from '@/texts/current-texts';
import { type RequestCreditsInput, requestCreditsInput } from './input';

/**
 * A member asks the team's admins for credits: a notice and a mail to each of them. One open request a person; a second one
 * throws `conflict`. A team of one has nobody to ask (`conflict`).
 */
export async function requestCredits(ctx: Ctx, input: RequestCreditsInput): Promise<{ requestId: string }> {
  requirePermission(ctx.actor, 'credits:read-own');
  const { memberId, userId } = requireMember(ctx.actor);
  const { amount, note = null } = requestCreditsInput.parse(input);
  const requestId = newId('creditRequest');
  try {
    return await inTransaction(ctx, async (ctx) => {
      const { person, kind } = await whoAsks(ctx, userId);
      if (kind === 'solo') throw new AppError('conflict', say('credits.refused.askAlone'));
      await ctx.db
        .insert(creditRequest)
        .values({ id: requestId, organizationId: ctx.orgId, memberId, amount, note: note || null });
      await recordAudit(ctx, {
        action: 'credits.request',
        subjectType: 'request',
        subjectId: requestId,
        data: { memberId, amount },
      });
      await emitEvent(ctx, { type: 'request.changed' });
      await tellAdmins(ctx, {
        type: 'credits.requested',
        title: (texts) => texts.t('credits.notice.requested', { person, amount }),
        body: note || ((texts) => texts.t('credits.notice.noNote')),
        href: 'credits',
        dedupeKey: `credits-requested:${requestId}`,
      });
      await mailAdmins(ctx, requestId, { person, credits: amount, note: note || null });
      return { requestId };
    });
  } catch (error) {
    if (pgError(error)?.constraint !== 'credit_request_open') throw error;
    throw new AppError('conflict', say('credits.refused.askedBefore'));
  }
}

async function whoAsks(ctx: Ctx, userId: string): Promise<{ person: string; kind: 'team' | 'solo' }> {
  const [row] = await ctx.db
    .select({ person: user.name, kind: organization.kind })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.userId, userId), eq(member.organizationId, ctx.orgId)))
    // Whoever is just being removed has gone: their open request was withdrawn already.
    .for('key share', { of: member });
  if (!row) throw notFound('member');
  return row;
}

async function mailAdmins(
  ctx: Ctx,
  requestId: string,
  about: { person: string; credits: number; note: string | null },
): Promise<void> {
  const admins = await ctx.db
    .select({ userId: user.id, email: user.email, team: organization.name, slug: organization.slug })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.organizationId, ctx.orgId), inArray(member.role, ['owner', 'admin'])));
  for (const { userId, email, team, slug } of admins) {
    await queueMail(ctx, {
      to: email,
      organizationId: ctx.orgId,
      template: 'credits-requested',
      props: { ...about, team, url: `${env().appUrl}/teams/${slug}/credits` },
      dedupeKey: `credits-requested:${requestId}:${userId}`,
    });
  }
}
