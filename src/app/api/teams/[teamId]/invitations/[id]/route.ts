import { teamRoute } from '@/auth/route';
import { revokeInvitation } from '@/features/organizations/revoke-invitation';

export const DELETE = teamRoute({ permission: 'members:invite', limit: 'write' }, async ({ ctx, params }) => {
  await revokeInvitation(ctx, { invitationId: params.id ?? '' });
  return new Response(null, { status: 204 });
});
