import type { Ctx } from '@/db/context';
import { writeNotice } from '@/features/notifications/notify';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { mayGrantRole } from '@/lib/permissions';
import { say } from '@/texts/current-texts';
import { endMembership } from './end-membership';
import { type MemberInput, memberInput } from './input';

/** Takes somebody out of the team; their own pictures stay theirs. Nobody removes a person above them, or themselves. */
export async function removeMember(ctx: Ctx, input: MemberInput): Promise<void> {
  requirePermission(ctx.actor, 'members:remove');
  const { memberId } = memberInput.parse(input);
  const { role, memberId: ownId } = requireMember(ctx.actor);
  if (memberId === ownId) throw new AppError('conflict', say('members.refused.removeSelf'));
  await endMembership(
    ctx,
    memberId,
    'members.remove',
    (target) => {
      if (!mayGrantRole(role, target.role))
        throw new AppError('forbidden', say('members.refused.removeAbove'));
    },
    (ctx, { userId, team }) =>
      writeNotice(ctx, {
        userId,
        type: 'members.removed',
        title: ({ t }) => t('members.notice.removed.title', { team }),
        body: ({ t }) => t('members.notice.removed.body'),
        href: '/account',
        dedupeKey: `removed:${memberId}`,
      }),
  );
}
