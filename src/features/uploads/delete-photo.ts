import { and, eq, isNull } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { photo } from '@/db/schema/uploads';
import { emitEvent } from '@/features/notifications/emit-event';
import type { DeletionView } from '@/features/privacy/deletion-view';
import { requestDeletion } from '@/features/privacy/request-deletion';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { lockOwnSet } from './live-set';
import { rejudgeSet } from './rejudge';

/**
 * Removes one photo of the member's own set; the others are judged anew without it. Throws `not_found` for what is not
 * theirs and `conflict` while pictures are being made from the set.
 */
export async function deletePhoto(ctx: Ctx, photoId: string, clock = systemClock): Promise<DeletionView> {
  requirePermission(ctx.actor, 'uploads:own');
  const { userId } = requireMember(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [found] = await ctx.db
      .select({ photoSetId: photo.photoSetId })
      .from(photo)
      .where(
        and(
          eq(photo.id, photoId),
          eq(photo.organizationId, ctx.orgId),
          eq(photo.userId, userId),
          isNull(photo.deletedAt),
        ),
      );
    if (!found) throw notFound('photo');
    const set = await lockOwnSet(ctx, found.photoSetId);
    const deletion = await requestDeletion(ctx, { kind: 'photo', targetId: photoId }, clock);
    await rejudgeSet(ctx, set);
    await emitEvent(ctx, { type: 'photo.checked', userId, data: { photoSetId: set.id, photoId } });
    return deletion;
  });
}
