import { eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { photoSet } from '@/db/schema/uploads';
import { recordAudit } from '@/features/audit/record-audit';
import { requireConsent } from '@/features/privacy/consent-queries';
import { requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { lockOwnSet } from './live-set';
import { rejudgeSet } from './rejudge';

/**
 * Declares the member's set ready to be generated from. Everything is judged again here: 6–14 usable photos of one
 * person, or `invalid` with the reason. Submitting again changes nothing.
 */
export async function submitPhotoSet(
  ctx: Ctx,
  photoSetId: string,
  clock = systemClock,
): Promise<{ photoSetId: string }> {
  requirePermission(ctx.actor, 'uploads:own');
  await requireConsent(ctx);
  return inTransaction(ctx, async (ctx) => {
    const set = await lockOwnSet(ctx, photoSetId);
    const { blocked, usable, min, max } = await rejudgeSet(ctx, set);
    if (blocked) {
      throw new AppError('invalid', blocked, { reason: 'photo_set_incomplete', usable, min, max });
    }
    if (set.status === 'submitted') return { photoSetId };
    await ctx.db
      .update(photoSet)
      .set({ status: 'submitted', submittedAt: clock() })
      .where(eq(photoSet.id, photoSetId));
    await recordAudit(ctx, {
      action: 'uploads.submit_photo_set',
      subjectType: 'photo_set',
      subjectId: photoSetId,
      data: { usable },
    });
    return { photoSetId };
  });
}
