import { teamRoute } from '@/auth/route';
import { leaveTeam } from '@/features/organizations/leave-team';

/** Leaves the team. */
export const DELETE = teamRoute({ permission: 'team:read', limit: 'write' }, async ({ ctx }) => {
  await leaveTeam(ctx);
  return new Response(null, { status: 204 });
});
