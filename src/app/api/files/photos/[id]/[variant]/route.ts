import { privateImage } from '@/adapters/blob/private-image';
import { userRoute } from '@/auth/route';
import * as contract from '@/contract/routes/photos';
import { photoVariants } from '@/features/uploads/input';
import { getPhotoFile } from '@/features/uploads/queries';
import { notFound } from '@/lib/errors';

/** A selfie, for the person themselves. */
export const GET = userRoute(contract.getPhotoFile, async ({ user, db, params }) => {
  const variant = photoVariants.safeParse(params.variant);
  if (!variant.success) throw notFound('photo');
  const { key } = await getPhotoFile({ db, userId: user.userId }, params.id ?? '', variant.data);
  const image = await privateImage(key, 'image/jpeg');
  if (!image) throw notFound('photo');
  return image;
});
