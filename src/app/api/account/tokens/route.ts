import { userRoute } from '@/auth/route';
import * as contract from '@/contract/routes/api-keys';
import { makeToken } from '@/features/api-keys/make-token';
import { listTokens } from '@/features/api-keys/queries';

export const GET = userRoute(contract.listTokens, ({ db, user, query }) =>
  listTokens({ db, userId: user.userId }, query),
);

/** The only answer that has the secret. */
export const POST = userRoute(contract.makeToken, async ({ db, user, body }) =>
  Response.json(await makeToken({ db, userId: user.userId }, body), {
    status: 201,
    headers: { 'Cache-Control': 'no-store' },
  }),
);
