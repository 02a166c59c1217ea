import { userRoute } from '@/auth/route';
import { createTeam } from '@/features/organizations/create-team';
import { createTeamInput } from '@/features/organizations/input';
import { listMyTeams } from '@/features/organizations/queries';

export const GET = userRoute({}, async ({ db, user }) => ({ teams: await listMyTeams(db, user.userId) }));

export const POST = userRoute({ body: createTeamInput, limit: 'write' }, async ({ db, user, body }) => {
  const { id, slug } = await createTeam(db, user.userId, body);
  return Response.json({ id, slug }, { status: 201 });
});
