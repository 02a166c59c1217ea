import { type Ctx, inTransaction } from '@/db/context';
import { emitEvent } from '@/features/notifications/emit-event';
import type { DeletionView } from '@/features/privacy/deletion-view';
import { requestDeletion } from '@/features/privacy/request-deletion';
import { requireMember, requirePermission } from '@/lib/actor';
import { systemClock } from '@/lib/time';

/** Deletes the member's set as a whole, to start over. Throws as `requestDeletion` does. */
export async function deletePhotoSet(
  ctx: Ctx,
  photoSetId: string,
  clock = systemClock,
): Promise<DeletionView> {
  requirePermission(ctx.actor, 'uploads:own');
  const { userId } = requireMember(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const deletion = await requestDeletion(ctx, { kind: 'photo_set', targetId: photoSetId }, clock);
    await emitEvent(ctx, { type: 'photo.checked', userId, data: { photoSetId } });
    return deletion;
  });
}
