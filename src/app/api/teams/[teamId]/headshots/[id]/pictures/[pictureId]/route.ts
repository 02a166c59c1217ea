import { teamRoute } from '@/auth/route';
import type { TeamCtx } from '@/auth/session';
import * as contract from '@/contract/routes/pictures';
import { getGeneration } from '@/features/generation/queries';
import { deleteHeadshots } from '@/features/headshots/delete-headshots';
import { setFavourite } from '@/features/headshots/favourite';
import { notFound } from '@/lib/errors';

export const GET = teamRoute(contract.getPicture, ({ ctx, params }) => readPicture(ctx, params));

export const PATCH = teamRoute(contract.changePicture, async ({ ctx, params, body }) => {
  const { id } = await readPicture(ctx, params);
  await setFavourite(ctx, { pictureIds: [id], favourite: body.favourite });
  return readPicture(ctx, params);
});

/** Gone at once; answers the deletion request, purged within minutes. */
export const DELETE = teamRoute(contract.deletePicture, async ({ ctx, params }) => {
  const { id } = await readPicture(ctx, params);
  const [deletion] = await deleteHeadshots(ctx, { pictureIds: [id] });
  return { deletion };
});

/** The picture as part of this generation; under another generation's path it is not there. */
async function readPicture(ctx: TeamCtx, params: Record<string, string>) {
  const { pictures } = await getGeneration(ctx, params.id ?? '');
  const found = pictures.find(({ id }) => id === params.pictureId);
  if (!found) throw notFound('picture');
  return found;
}
