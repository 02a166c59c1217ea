import { teamRoute } from '@/auth/route';
import { overviewQuery } from '@/features/credits/input';
import { getOverview, listOpenPromises, listWallets } from '@/features/credits/queries';

export const dynamic = 'force-dynamic';

/** Balances of the team, a page of wallets (`?search=&cursor=&limit=`), and what invitations have been promised. */
export const GET = teamRoute({ permission: 'credits:read', query: overviewQuery }, async ({ ctx, query }) => {
  const { former: _, ...balances } = await getOverview(ctx);
  const wallets = await listWallets(ctx, query);
  return { balances, wallets, promises: await listOpenPromises(ctx) };
});
