import { teamRoute } from '@/auth/route';
import { deletePhotoSet } from '@/features/uploads/delete-photo-set';
import { getPhotoSet } from '@/features/uploads/queries';

export const GET = teamRoute({ permission: 'uploads:own' }, ({ ctx, params }) =>
  getPhotoSet(ctx, params.id ?? ''),
);

export const DELETE = teamRoute({ permission: 'uploads:own', limit: 'write' }, ({ ctx, params }) =>
  deletePhotoSet(ctx, params.id ?? ''),
);
