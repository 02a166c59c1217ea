import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/photos';
import { submitPhotoSet } from '@/features/uploads/submit-photo-set';

export const POST = teamRoute(contract.submitPhotoSet, ({ ctx, params }) =>
  submitPhotoSet(ctx, params.id ?? ''),
);
