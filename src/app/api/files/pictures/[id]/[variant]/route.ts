import { privateImage } from '@/adapters/blob/private-image';
import { userRoute } from '@/auth/route';
import { deliver } from '@/features/headshots/deliver';
import { getPictureFile, PICTURE_VARIANTS } from '@/features/headshots/picture-files';
import { notFound } from '@/lib/errors';

/** A headshot, for the person it shows; on Free with the visible mark. */
export const GET = userRoute({}, async ({ user, db, params }) => {
  const variant = PICTURE_VARIANTS.find((name) => name === params.variant);
  if (!variant) throw notFound('Picture');
  const { key, stored, contentType, visible } = await getPictureFile(
    { db, userId: user.userId },
    params.id ?? '',
    variant,
  );
  const mark = (bytes: Buffer<ArrayBuffer>) => deliver(bytes, { stored, format: stored, visible });
  const image = await privateImage(key, contentType, visible ? mark : undefined);
  if (!image) throw notFound('Picture');
  return image;
});
