/** The files of saved versions: written after their row, gone before it. */
import { and, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import { blobs } from '@/adapters/blob/blob';
import type { Ctx } from '@/db/context';
import { pictureVersion } from '@/db/schema/headshots';
import type { Db } from '@/db/types';
import type { EditedPicture } from '@/vision/edit-types';
import { markPicture } from '@/vision/photo/mark';
import { CONTENT_TYPES } from './deliver';
import { MAX_VERSIONS } from './edit-types';

/** Px of the longer side, as of pictures that were not edited. */
const THUMBNAIL = 640;

export type VersionFiles = { id: string; blobKey: string; thumbnailKey: string };

/** Both files or an error. The thumbnail carries the same provenance mark. */
export async function storeVersion(
  { image, format }: EditedPicture,
  { blobKey, thumbnailKey }: VersionFiles,
): Promise<void> {
  const thumbnail = await markPicture(image, { format: 'webp', maxWidth: THUMBNAIL, maxHeight: THUMBNAIL });
  await blobs().put(blobKey, image, CONTENT_TYPES[format]);
  await blobs().put(thumbnailKey, thumbnail, CONTENT_TYPES.webp);
}

/** Can be repeated. What is interrupted between files and rows is done again by `privacy.retention`. */
export async function removeVersions(db: Db, versions: readonly VersionFiles[]): Promise<void> {
  if (versions.length === 0) return;
  await blobs().delete(versions.flatMap(({ blobKey, thumbnailKey }) => [blobKey, thumbnailKey]));
  await db.delete(pictureVersion).where(
    inArray(
      pictureVersion.id,
      versions.map(({ id }) => id),
    ),
  );
}

/** Takes the oldest out of sight when a picture has more than it keeps, never the newest. Answers what is to be removed. */
export async function hideOldest(
  ctx: Ctx,
  newest: { id: string; pictureId: string },
  now: Date,
): Promise<VersionFiles[]> {
  const kept = await ctx.db
    .select({ id: pictureVersion.id })
    .from(pictureVersion)
    .where(
      and(
        eq(pictureVersion.pictureId, newest.pictureId),
        ne(pictureVersion.id, newest.id),
        isNotNull(pictureVersion.readyAt),
        isNull(pictureVersion.deletedAt),
      ),
    )
    .orderBy(desc(pictureVersion.number));
  const beyond = kept.slice(MAX_VERSIONS - 1).map(({ id }) => id);
  if (beyond.length === 0) return [];
  return ctx.db
    .update(pictureVersion)
    .set({ deletedAt: now })
    .where(inArray(pictureVersion.id, beyond))
    .returning({
      id: pictureVersion.id,
      blobKey: pictureVersion.blobKey,
      thumbnailKey: pictureVersion.thumbnailKey,
    });
}
