import { teamRoute } from '@/auth/route';
import { grantUpload } from '@/features/uploads/direct/grant-upload';
import { grantUploadInput } from '@/features/uploads/input';

/** How to send one photo: past us to the store, or as the body of `POST …/uploads`. */
export const POST = teamRoute(
  { permission: 'uploads:own', limit: 'upload', body: grantUploadInput },
  ({ ctx, body }) => grantUpload(ctx, body),
);
