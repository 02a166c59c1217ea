/** The member's own accepted picture, for verbs that edit it. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation, picture } from '@/db/schema/generation';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';

export type PicturePlace = { generationId: string; pictureId: string };

export type OwnPicture = {
  id: string;
  userId: string;
  photoSetId: string;
  aspect: (typeof generation.$inferSelect)['aspect'];
  blobKey: string;
  thumbnailKey: string;
  width: number;
  height: number;
  currentVersionId: string | null;
};

/**
 * Throws `not_found` for what is not there, not accepted or not theirs. With `lock`, in a transaction, the picture stays
 * locked until it ends.
 */
export async function getOwnPicture(
  ctx: Ctx,
  { generationId, pictureId }: PicturePlace,
  { lock = false } = {},
): Promise<OwnPicture> {
  requirePermission(ctx.actor, 'generation:own');
  const { memberId } = requireMember(ctx.actor);
  const found = ctx.db
    .select({
      id: picture.id,
      userId: picture.userId,
      photoSetId: generation.photoSetId,
      aspect: generation.aspect,
      blobKey: picture.blobKey,
      thumbnailKey: picture.thumbnailKey,
      width: picture.width,
      height: picture.height,
      currentVersionId: picture.currentVersionId,
    })
    .from(picture)
    .innerJoin(generation, eq(generation.id, picture.generationId))
    .where(
      and(
        eq(picture.id, pictureId),
        eq(picture.generationId, generationId),
        eq(picture.organizationId, ctx.orgId),
        eq(picture.memberId, memberId),
        eq(picture.status, 'accepted'),
        isNull(picture.deletedAt),
        isNull(generation.deletedAt),
      ),
    );
  const [row] = lock ? await found.for('update', { of: picture }) : await found;
  if (!row?.blobKey || !row.thumbnailKey || !row.width || !row.height) throw notFound('picture');
  const { blobKey, thumbnailKey, width, height, ...rest } = row;
  return { ...rest, blobKey, thumbnailKey, width, height };
}
