import { phoneRoute } from '@/auth/route';
import { takePhoneUpload } from '@/features/uploads/handover/phone-photos';

/** The photo has been sent: answers as `POST …/phone/photos` does. */
export const POST = phoneRoute({ limit: 'write' }, async ({ params, phone: { ctx, handover } }) => {
  const { photo, created } = await takePhoneUpload(ctx, handover, params.id ?? '');
  return Response.json(photo, { status: created ? 201 : 200, headers: { 'Cache-Control': 'no-store' } });
});
