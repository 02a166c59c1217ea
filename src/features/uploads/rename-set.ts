import { eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { photoSet } from '@/db/schema/uploads';
import { recordAudit } from '@/features/audit/record-audit';
import { requirePermission } from '@/lib/actor';
import { lockOwnSet } from './live-set';

/** `name` as `photoSetChange` leaves it; null takes the name away. Throws `not_found` for what is not theirs. */
export async function renameSet(ctx: Ctx, photoSetId: string, name: string | null): Promise<void> {
  requirePermission(ctx.actor, 'uploads:own');
  await inTransaction(ctx, async (ctx) => {
    const set = await lockOwnSet(ctx, photoSetId);
    if (set.name === name) return;
    await ctx.db.update(photoSet).set({ name }).where(eq(photoSet.id, photoSetId));
    // The name may say who or where somebody is; the log need not.
    await recordAudit(ctx, {
      action: 'uploads.rename_photo_set',
      subjectType: 'photo_set',
      subjectId: photoSetId,
    });
  });
}
