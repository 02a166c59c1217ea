import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/photos';
import { getCurrentSet, listPhotoSets } from '@/features/uploads/queries';
import { submitPhotoSet } from '@/features/uploads/submit-photo-set';
import { notFound } from '@/lib/errors';

/** The member's sets, to choose among. */
export const GET = teamRoute(contract.listPhotoSets, ({ ctx }) => listPhotoSets(ctx));

/** Submits the member's set, whichever it is. */
export const POST = teamRoute(contract.submitCurrentPhotoSet, async ({ ctx }) => {
  const { id } = await getCurrentSet(ctx);
  if (!id) throw notFound('photoSet');
  return submitPhotoSet(ctx, id);
});
