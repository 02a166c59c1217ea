import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { leaveTeam } from '@/features/organizations/leave-team';

/** Leaves the team. */
export const DELETE = teamRoute(contract.leaveTeam, async ({ ctx }) => {
  await leaveTeam(ctx);
  return new Response(null, { status: 204 });
});
