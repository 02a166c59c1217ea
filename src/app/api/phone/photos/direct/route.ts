import { phoneRoute } from '@/auth/route';
import { grantPhoneUpload } from '@/features/uploads/handover/phone-photos';
import { grantUploadInput } from '@/features/uploads/input';

/** How a connected phone is to send one photo; like `POST …/uploads/direct`. */
export const POST = phoneRoute(
  { limit: 'upload', body: grantUploadInput },
  ({ body, phone: { ctx, handover } }) => grantPhoneUpload(ctx, handover, body),
);
