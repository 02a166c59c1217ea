import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { picture } from '@/db/schema/generation';
import { pictureVersion } from '@/db/schema/headshots';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { notFound } from '@/lib/errors';
import { getOwnPicture, type PicturePlace } from './own-picture';

/**
 * Shows a saved version everywhere from now on; null goes back to the picture as it was made. Nothing is lost by it: undo is
 * choosing the one before. Throws `not_found` for what is not there or not theirs.
 */
export async function chooseVersion(
  ctx: Ctx,
  { versionId, ...place }: PicturePlace & { versionId: string | null },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const own = await getOwnPicture(ctx, place, { lock: true });
    if (own.currentVersionId === versionId) return;
    if (versionId !== null) await requireVersion(ctx, own.id, versionId);
    await ctx.db.update(picture).set({ currentVersionId: versionId }).where(eq(picture.id, own.id));
    await recordAudit(ctx, {
      action: 'headshots.choose_version',
      subjectType: 'picture',
      subjectId: own.id,
      data: { versionId, before: own.currentVersionId },
    });
    const data = { generationId: place.generationId };
    await emitEvent(ctx, { type: 'picture.changed', userId: own.userId, data });
  });
}

async function requireVersion(ctx: Ctx, pictureId: string, id: string): Promise<void> {
  const [found] = await ctx.db
    .select({ id: pictureVersion.id })
    .from(pictureVersion)
    .where(
      and(
        eq(pictureVersion.id, id),
        eq(pictureVersion.pictureId, pictureId),
        isNotNull(pictureVersion.readyAt),
        isNull(pictureVersion.deletedAt),
      ),
    );
  if (!found) throw notFound('version');
}
