import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/photos';
import { takeUpload } from '@/features/uploads/direct/take-upload';

/** The photo has been sent: answers as `POST …/uploads` does. */
export const POST = teamRoute(contract.takeUpload, async ({ ctx, params }) => {
  const { photo, created } = await takeUpload(ctx, { uploadId: params.id ?? '' });
  return Response.json(photo, { status: created ? 201 : 200, headers: { 'Cache-Control': 'no-store' } });
});
