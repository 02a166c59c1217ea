import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/photos';
import { chooseSet, shelveSet } from '@/features/uploads/choose-set';
import { deletePhotoSet } from '@/features/uploads/delete-photo-set';
import { getPhotoSet, listPhotoSets } from '@/features/uploads/queries';
import { renameSet } from '@/features/uploads/rename-set';

export const GET = teamRoute(contract.getPhotoSet, ({ ctx, params }) => getPhotoSet(ctx, params.id ?? ''));

/** Names it, makes it the one that takes photos, or puts it aside. */
export const PATCH = teamRoute(contract.changePhotoSet, async ({ ctx, params, body: { name, current } }) => {
  const id = params.id ?? '';
  if (name !== undefined) await renameSet(ctx, id, name);
  if (current !== undefined) await (current ? chooseSet : shelveSet)(ctx, id);
  return listPhotoSets(ctx);
});

export const DELETE = teamRoute(contract.deletePhotoSet, ({ ctx, params }) =>
  deletePhotoSet(ctx, params.id ?? ''),
);
