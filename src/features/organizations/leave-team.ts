import type { Ctx } from '@/db/context';
import { requireMember } from '@/lib/actor';
import { endMembership } from './end-membership';

/** The acting member goes. The last owner cannot (`conflict`). */
export async function leaveTeam(ctx: Ctx): Promise<void> {
  const { memberId } = requireMember(ctx.actor);
  await endMembership(ctx, memberId, 'members.leave', () => {});
}
