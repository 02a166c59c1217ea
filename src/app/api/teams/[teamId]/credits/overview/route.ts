import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { getOverview, listOpenPromises, listWallets } from '@/features/credits/queries';

export const dynamic = 'force-dynamic';

/** Balances of the team, a page of wallets (`?search=&cursor=&limit=`), and what invitations have been promised. */
export const GET = organizationRoute(contract.getCreditOverview, async ({ ctx, query }) => {
  const { former: _, ...balances } = await getOverview(ctx);
  const wallets = await listWallets(ctx, query);
  return { balances, wallets, promises: await listOpenPromises(ctx) };
});
