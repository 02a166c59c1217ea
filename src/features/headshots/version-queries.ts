import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { pictureVersion } from '@/db/schema/headshots';
import type { VersionList } from './edit-types';
import { getOwnPicture, type PicturePlace } from './own-picture';
import { fileUrl, toVersionView } from './version-view';

/** The saved versions of one of the member's own pictures, the first one first. Throws `not_found`. */
export async function listVersions(ctx: Ctx, place: PicturePlace): Promise<VersionList> {
  const own = await getOwnPicture(ctx, place);
  const rows = await ctx.db
    .select()
    .from(pictureVersion)
    .where(
      and(
        eq(pictureVersion.pictureId, own.id),
        isNotNull(pictureVersion.readyAt),
        isNull(pictureVersion.deletedAt),
      ),
    )
    .orderBy(asc(pictureVersion.number));
  return {
    versions: rows.map((row) => toVersionView(row, own.currentVersionId)),
    current: own.currentVersionId,
    original: {
      url: fileUrl(own.id, 'picture', 'original'),
      thumbnailUrl: fileUrl(own.id, 'thumbnail', 'original'),
      width: own.width,
      height: own.height,
    },
  };
}
