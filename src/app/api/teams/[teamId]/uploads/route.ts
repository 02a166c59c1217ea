import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/photos';
import { addPhoto } from '@/features/uploads/add-photo';
import { getCurrentSet } from '@/features/uploads/queries';
import { readUpload } from '@/features/uploads/read-upload';

/** The member's set: photos with verdicts, advice, what is missing, what it can serve. */
export const GET = teamRoute(contract.getUploads, ({ ctx }) => getCurrentSet(ctx));

/** One photo, as the raw body or as field `file` of a form. 201 with its verdict, 200 for a repeat. */
export const POST = teamRoute(contract.addPhoto, async ({ ctx, request }) => {
  const { photo, created } = await addPhoto(ctx, await readUpload(request));
  return Response.json(photo, { status: created ? 201 : 200, headers: { 'Cache-Control': 'no-store' } });
});
