import { teamRoute } from '@/auth/route';
import { getCurrentSet, listPhotoSets } from '@/features/uploads/queries';
import { submitPhotoSet } from '@/features/uploads/submit-photo-set';
import { notFound } from '@/lib/errors';

/** The member's sets, to choose among. */
export const GET = teamRoute({ permission: 'uploads:own' }, ({ ctx }) => listPhotoSets(ctx));

/** Submits the member's set, whichever it is. */
export const POST = teamRoute({ permission: 'uploads:own', limit: 'write' }, async ({ ctx }) => {
  const { id } = await getCurrentSet(ctx);
  if (!id) throw notFound('Photo set');
  return submitPhotoSet(ctx, id);
});
