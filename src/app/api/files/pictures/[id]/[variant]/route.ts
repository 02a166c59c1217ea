import { privateImage } from '@/adapters/blob/private-image';
import { userRoute } from '@/auth/route';
import * as contract from '@/contract/routes/pictures';
import { deliver } from '@/features/headshots/deliver';
import { getPictureFile, PICTURE_VARIANTS } from '@/features/headshots/picture-files';
import { notFound } from '@/lib/errors';

/**
 * A headshot, for the person it shows; on Free with the visible mark. `?version=original` as it was made, `?version=` with an id as it
 * was saved then; without it as it is shown.
 */
export const GET = userRoute(contract.getPictureFile, async ({ user, db, params, query }) => {
  const variant = PICTURE_VARIANTS.find((name) => name === params.variant);
  if (!variant) throw notFound('picture');
  const { key, stored, contentType, visible } = await getPictureFile(
    { db, userId: user.userId },
    { pictureId: params.id ?? '', variant, version: query.version },
  );
  const mark = (bytes: Buffer<ArrayBuffer>) => deliver(bytes, { stored, format: stored, visible });
  const image = await privateImage(key, contentType, visible ? mark : undefined);
  if (!image) throw notFound('picture');
  return image;
});
