import { privateImage } from '@/adapters/blob/private-image';
import { publicRoute } from '@/auth/route';
import * as contract from '@/contract/routes/links';
import { deliver } from '@/features/headshots/deliver';
import { getSharedFile } from '@/features/headshots/links/link-queries';
import { rememberPrint } from '@/features/privacy/provenance/remember-print';
import { notFound } from '@/lib/errors';

/** The picture of a shared link, by an address that works for ten minutes; on Free with the visible mark. */
export const GET = publicRoute(contract.getSharedFile, async ({ db, params, query }) => {
  const asked = { id: params.id ?? '', ...query };
  const { key, stored, contentType, visible, pictureId } = await getSharedFile(db, asked);
  const mark = async (bytes: Buffer<ArrayBuffer>) => {
    const file = await deliver(bytes, { stored, format: stored, visible });
    // Whoever keeps it can have it verified; what was stored is known already.
    await rememberPrint(db, pictureId, file);
    return file;
  };
  const image = await privateImage(key, contentType, visible ? mark : undefined);
  if (!image) throw notFound('picture');
  return image;
});
