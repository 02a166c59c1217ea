import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { deleteHeadshots } from '@/features/headshots/delete-headshots';
import { setFavourite } from '@/features/headshots/favourite';

/** Favourite, unfavourite or delete many of the member's own: all of it happens, or nothing. */
export const POST = teamRoute(contract.changeManyHeadshots, async ({ ctx, body: { action, ...ids } }) => {
  if (action === 'delete') return { deletions: await deleteHeadshots(ctx, ids) };
  return setFavourite(ctx, { ...ids, favourite: action === 'favourite' });
});
