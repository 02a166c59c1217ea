import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/api-keys';
import { makeOrganizationKey } from '@/features/api-keys/make-organization-key';
import { listOrganizationKeys } from '@/features/api-keys/queries';

export const GET = teamRoute(contract.listOrganizationKeys, ({ ctx, query }) =>
  listOrganizationKeys(ctx, query),
);

/** The only answer that has the secret. */
export const POST = teamRoute(contract.makeOrganizationKey, async ({ ctx, body }) =>
  Response.json(await makeOrganizationKey(ctx, body), {
    status: 201,
    headers: { 'Cache-Control': 'no-store' },
  }),
);
