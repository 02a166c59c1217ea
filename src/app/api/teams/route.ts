import { userRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { createTeam } from '@/features/organizations/create-team';
import { listMyTeams } from '@/features/organizations/queries';

export const GET = userRoute(contract.listTeams, async ({ db, user }) => ({
  teams: await listMyTeams(db, user.userId),
}));

export const POST = userRoute(contract.createTeam, async ({ db, user, body }) => {
  const { id, slug } = await createTeam(db, user.userId, body);
  return Response.json({ id, slug }, { status: 201, headers: { 'Cache-Control': 'no-store' } });
});
