import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { inviteMembers } from '@/features/organizations/invite-members';
import { listInvitations } from '@/features/organizations/list-invitations';

export const GET = organizationRoute(contract.listInvitations, ({ ctx, query }) =>
  listInvitations(ctx, query),
);

export const POST = organizationRoute(contract.inviteMembers, async ({ ctx, body }) => {
  const invitations = await inviteMembers(ctx, body);
  return Response.json({ invitations }, { status: 201, headers: { 'Cache-Control': 'no-store' } });
});
