/** Writes a finished picture's files. The keys are in the database before the files exist, so no crash leaves one unknown. */
import { blobs } from '@/adapters/blob/blob';
import { markPicture } from '@/vision/photo/mark';
import type { EnginePicture } from './engine';

/** Px of the longer side: twice what a gallery card shows on a phone. */
const THUMBNAIL = 640;

export type PictureKeys = { blobKey: string; thumbnailKey: string };

/** Both files or an error. The thumbnail carries the same provenance mark. */
export async function storePicture(drawn: Pick<EnginePicture, 'jpeg'>, keys: PictureKeys): Promise<void> {
  const thumbnail = await markPicture(drawn.jpeg, {
    format: 'webp',
    maxWidth: THUMBNAIL,
    maxHeight: THUMBNAIL,
  });
  await blobs().put(keys.blobKey, drawn.jpeg, 'image/jpeg');
  await blobs().put(keys.thumbnailKey, thumbnail, 'image/webp');
}

export async function removePictureFiles(keys: {
  blobKey: string | null;
  thumbnailKey: string | null;
}): Promise<void> {
  const known = [keys.blobKey, keys.thumbnailKey].filter((key) => key !== null);
  if (known.length > 0) await blobs().delete(known);
}
