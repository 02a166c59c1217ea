import { privateImage } from '@/adapters/blob/private-image';
import { publicRoute } from '@/auth/route';
import * as contract from '@/contract/routes/links';
import { deliver } from '@/features/headshots/deliver';
import { getSharedFile } from '@/features/headshots/links/link-queries';
import { notFound } from '@/lib/errors';

/** The picture of a shared link, by an address that works for ten minutes; on Free with the visible mark. */
export const GET = publicRoute(contract.getSharedFile, async ({ db, params, query }) => {
  const { key, stored, contentType, visible } = await getSharedFile(db, { id: params.id ?? '', ...query });
  const mark = (bytes: Buffer<ArrayBuffer>) => deliver(bytes, { stored, format: stored, visible });
  const image = await privateImage(key, contentType, visible ? mark : undefined);
  if (!image) throw notFound('Picture');
  return image;
});
