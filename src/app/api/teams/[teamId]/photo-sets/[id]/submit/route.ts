import { teamRoute } from '@/auth/route';
import { submitPhotoSet } from '@/features/uploads/submit-photo-set';

export const POST = teamRoute({ permission: 'uploads:own', limit: 'write' }, ({ ctx, params }) =>
  submitPhotoSet(ctx, params.id ?? ''),
);
