import { phoneRoute } from '@/auth/route';
import { addPhonePhoto } from '@/features/uploads/handover/phone-photos';
import { readUpload } from '@/features/uploads/read-upload';

/** One photo from a connected phone; like `POST …/uploads`, with the verdict and without a link to the picture. */
export const POST = phoneRoute({ limit: 'upload' }, async ({ request, phone: { ctx, handover } }) => {
  const { photo, created } = await addPhonePhoto(ctx, handover, await readUpload(request));
  return Response.json(photo, { status: created ? 201 : 200, headers: { 'Cache-Control': 'no-store' } });
});
