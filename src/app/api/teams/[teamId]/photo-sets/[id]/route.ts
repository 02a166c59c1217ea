import { teamRoute } from '@/auth/route';
import { chooseSet, shelveSet } from '@/features/uploads/choose-set';
import { deletePhotoSet } from '@/features/uploads/delete-photo-set';
import { photoSetChange } from '@/features/uploads/input';
import { getPhotoSet, listPhotoSets } from '@/features/uploads/queries';
import { renameSet } from '@/features/uploads/rename-set';

export const GET = teamRoute({ permission: 'uploads:own' }, ({ ctx, params }) =>
  getPhotoSet(ctx, params.id ?? ''),
);

/** Names it, makes it the one that takes photos, or puts it aside. */
export const PATCH = teamRoute(
  { permission: 'uploads:own', limit: 'write', body: photoSetChange },
  async ({ ctx, params, body: { name, current } }) => {
    const id = params.id ?? '';
    if (name !== undefined) await renameSet(ctx, id, name);
    if (current !== undefined) await (current ? chooseSet : shelveSet)(ctx, id);
    return listPhotoSets(ctx);
  },
);

export const DELETE = teamRoute({ permission: 'uploads:own', limit: 'write' }, ({ ctx, params }) =>
  deletePhotoSet(ctx, params.id ?? ''),
);
