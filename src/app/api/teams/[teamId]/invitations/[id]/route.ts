import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { revokeInvitation } from '@/features/organizations/revoke-invitation';

export const DELETE = organizationRoute(contract.revokeInvitation, async ({ ctx, params }) => {
  await revokeInvitation(ctx, { invitationId: params.id ?? '' });
  return new Response(null, { status: 204 });
});
