import { userRoute } from '@/auth/route';
import * as contract from '@/contract/routes/api-keys';
import { revokeToken } from '@/features/api-keys/revoke-token';

export const DELETE = userRoute(contract.revokeToken, async ({ db, user, params }) => {
  await revokeToken({ db, userId: user.userId }, { keyId: params.id ?? '' });
  return new Response(null, { status: 204 });
});
