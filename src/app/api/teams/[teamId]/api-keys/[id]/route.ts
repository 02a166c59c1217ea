import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/api-keys';
import { revokeOrganizationKey } from '@/features/api-keys/revoke-organization-key';

export const DELETE = teamRoute(contract.revokeOrganizationKey, async ({ ctx, params }) => {
  await revokeOrganizationKey(ctx, { keyId: params.id ?? '' });
  return new Response(null, { status: 204 });
});
