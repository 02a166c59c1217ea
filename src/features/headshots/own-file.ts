import { readBlob } from '@/adapters/blob/blob';
import type { Db } from '@/db/types';
import { rememberPrint } from '@/features/privacy/provenance/remember-print';
import { deliver } from './deliver';
import type { Format } from './download-types';
import { getPictureFile } from './picture-files';

/**
 * A picture of this person as its team delivers it now, with its provenance mark, in whichever team it was made. Null when its file is
 * gone. Throws `not_found` for what is not theirs.
 */
export async function readOwnFile(
  { db, userId }: { db: Db; userId: string },
  pictureId: string,
): Promise<{ bytes: Buffer<ArrayBuffer>; format: Format } | null> {
  const { key, stored, visible } = await getPictureFile({ db, userId }, { pictureId, variant: 'picture' });
  const bytes = await readBlob(key);
  if (!bytes) return null;
  const file = await deliver(bytes, { stored, format: stored, visible });
  // What was stored is known already.
  if (file !== bytes) await rememberPrint(db, pictureId, file);
  return { bytes: file, format: stored };
}
