import { teamRoute } from '@/auth/route';
import { inviteInput, listInput } from '@/features/organizations/input';
import { inviteMembers } from '@/features/organizations/invite-members';
import { listInvitations } from '@/features/organizations/list-invitations';

export const GET = teamRoute({ permission: 'members:read', query: listInput }, ({ ctx, query }) =>
  listInvitations(ctx, query),
);

export const POST = teamRoute(
  { permission: 'members:invite', body: inviteInput, limit: 'invite' },
  async ({ ctx, body }) => Response.json({ invitations: await inviteMembers(ctx, body) }, { status: 201 }),
);
