import { teamRoute } from '@/auth/route';
import { cancelGeneration } from '@/features/generation/cancel-generation';
import { getGeneration } from '@/features/generation/queries';
import { deleteHeadshots } from '@/features/headshots/delete-headshots';
import { setFavourite } from '@/features/headshots/favourite';
import { patchGenerationInput } from '@/features/headshots/input';

export const GET = teamRoute({ permission: 'generation:own' }, ({ ctx, params }) =>
  getGeneration(ctx, params.id ?? ''),
);

/** `{ "favourite": true }` marks all its pictures, `{ "cancel": true }` stops it and frees what is not drawn. */
export const PATCH = teamRoute(
  { permission: 'generation:own', body: patchGenerationInput, limit: 'write' },
  async ({ ctx, params, body }) => {
    const id = params.id ?? '';
    if ('cancel' in body) await cancelGeneration(ctx, { generationId: id });
    else await setFavourite(ctx, { generationIds: [id], favourite: body.favourite });
    return getGeneration(ctx, id);
  },
);

/** Gone at once; answers the deletion request, purged within minutes. */
export const DELETE = teamRoute({ permission: 'generation:own', limit: 'write' }, async ({ ctx, params }) => {
  const [deletion] = await deleteHeadshots(ctx, { generationIds: [params.id ?? ''] });
  return { deletion };
});
