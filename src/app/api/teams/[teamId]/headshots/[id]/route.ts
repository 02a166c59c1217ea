import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { cancelGeneration } from '@/features/generation/cancel-generation';
import { getGeneration } from '@/features/generation/queries';
import { deleteHeadshots } from '@/features/headshots/delete-headshots';
import { setFavourite } from '@/features/headshots/favourite';

export const GET = teamRoute(contract.getGeneration, ({ ctx, params }) =>
  getGeneration(ctx, params.id ?? ''),
);

/** `{ "favourite": true }` marks all its pictures, `{ "cancel": true }` stops it and frees what is not drawn. */
export const PATCH = teamRoute(contract.changeGeneration, async ({ ctx, params, body }) => {
  const id = params.id ?? '';
  if ('cancel' in body) await cancelGeneration(ctx, { generationId: id });
  else await setFavourite(ctx, { generationIds: [id], favourite: body.favourite });
  return getGeneration(ctx, id);
});

/** Gone at once; answers the deletion request, purged within minutes. */
export const DELETE = teamRoute(contract.deleteGeneration, async ({ ctx, params }) => {
  const [deletion] = await deleteHeadshots(ctx, { generationIds: [params.id ?? ''] });
  return { deletion };
});
