import { teamRoute } from '@/auth/route';
import { deleteHeadshots } from '@/features/headshots/delete-headshots';
import { setFavourite } from '@/features/headshots/favourite';
import { batchInput } from '@/features/headshots/input';

/** Favourite, unfavourite or delete many of the member's own: all of it happens, or nothing. */
export const POST = teamRoute(
  { permission: 'generation:own', body: batchInput, limit: 'write' },
  async ({ ctx, body: { action, ...ids } }) => {
    if (action === 'delete') return { deletions: await deleteHeadshots(ctx, ids) };
    return setFavourite(ctx, { ...ids, favourite: action === 'favourite' });
  },
);
