import { phoneRoute } from '@/auth/route';
import { removePhonePhoto } from '@/features/uploads/handover/phone-photos';

export const DELETE = phoneRoute({ limit: 'write' }, ({ params, phone: { ctx, handover } }) =>
  removePhonePhoto(ctx, handover, params.id ?? ''),
);
