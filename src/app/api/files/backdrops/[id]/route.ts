import { privateImage } from '@/adapters/blob/private-image';
import { userRoute } from '@/auth/route';
import * as contract from '@/contract/routes/backdrops';
import { getSwatchKey } from '@/features/headshots/backdrops/backdrop-queries';
import { notFound } from '@/lib/errors';

/** The small square of a backdrop, for the person who uploaded it. */
export const GET = userRoute(contract.getBackdropFile, async ({ user, db, params }) => {
  const key = await getSwatchKey({ db, userId: user.userId }, params.id ?? '');
  const image = await privateImage(key, 'image/jpeg');
  if (!image) throw notFound('backdrop');
  return image;
});
