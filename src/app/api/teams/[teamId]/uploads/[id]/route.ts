import { teamRoute } from '@/auth/route';
import { deletePhoto } from '@/features/uploads/delete-photo';

export const DELETE = teamRoute({ permission: 'uploads:own', limit: 'write' }, ({ ctx, params }) =>
  deletePhoto(ctx, params.id ?? ''),
);
