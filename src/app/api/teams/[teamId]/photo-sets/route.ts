import { teamRoute } from '@/auth/route';
import { getCurrentSet } from '@/features/uploads/queries';
import { submitPhotoSet } from '@/features/uploads/submit-photo-set';
import { notFound } from '@/lib/errors';

/** Submits the member's set, whichever it is. */
export const POST = teamRoute({ permission: 'uploads:own', limit: 'write' }, async ({ ctx }) => {
  const { id } = await getCurrentSet(ctx);
  if (!id) throw notFound('Photo set');
  return submitPhotoSet(ctx, id);
});
