import { privateImage } from '@/adapters/blob/private-image';
import { userRoute } from '@/auth/route';
import { getPictureFile, PICTURE_VARIANTS } from '@/features/headshots/picture-files';
import { notFound } from '@/lib/errors';

/** A headshot, for the person it shows. */
export const GET = userRoute({}, async ({ user, db, params }) => {
  const variant = PICTURE_VARIANTS.find((name) => name === params.variant);
  if (!variant) throw notFound('Picture');
  const file = await getPictureFile({ db, userId: user.userId }, params.id ?? '', variant);
  const image = await privateImage(file.key, file.contentType);
  if (!image) throw notFound('Picture');
  return image;
});
