import { eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { photoSet } from '@/db/schema/uploads';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { say } from '@/texts/current-texts';
import { lockOwnSets } from './live-set';
import { MAX_SETS } from './photo-types';

/**
 * Makes one of the member's sets the one that takes photos and is generated from; the one before is put aside, whole. Choosing it
 * again changes nothing. Throws `not_found` for what is not theirs.
 */
export async function chooseSet(ctx: Ctx, photoSetId: string, clock = systemClock): Promise<void> {
  requirePermission(ctx.actor, 'uploads:own');
  const { userId } = requireMember(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const sets = await lockOwnSets(ctx);
    const chosen = sets.find(({ id }) => id === photoSetId);
    if (!chosen) throw notFound('photoSet');
    if (chosen.shelvedAt === null) return;
    const before = sets.find(({ shelvedAt }) => shelvedAt === null);
    if (before) await setShelved(ctx, before.id, clock());
    await setShelved(ctx, photoSetId, null);
    await noteChange(ctx, 'uploads.choose_photo_set', photoSetId, userId);
  });
}

/**
 * Puts the set that takes photos aside, so that the next photo begins a new one. Putting it aside again changes nothing. Throws
 * `conflict` when the member keeps as many sets as one may.
 */
export async function shelveSet(ctx: Ctx, photoSetId: string, clock = systemClock): Promise<void> {
  requirePermission(ctx.actor, 'uploads:own');
  const { userId } = requireMember(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const sets = await lockOwnSets(ctx);
    const current = sets.find(({ id }) => id === photoSetId);
    if (!current) throw notFound('photoSet');
    if (current.shelvedAt !== null) return;
    if (sets.length >= MAX_SETS) {
      throw new AppError('conflict', say('uploads.refused.tooManySets', { limit: MAX_SETS }), {
        reason: 'too_many_sets',
        limit: MAX_SETS,
      });
    }
    await setShelved(ctx, photoSetId, clock());
    await noteChange(ctx, 'uploads.shelve_photo_set', photoSetId, userId);
  });
}

async function setShelved(ctx: Ctx, id: string, shelvedAt: Date | null): Promise<void> {
  await ctx.db.update(photoSet).set({ shelvedAt }).where(eq(photoSet.id, id));
}

type Change = 'uploads.choose_photo_set' | 'uploads.shelve_photo_set';

async function noteChange(ctx: Ctx, action: Change, photoSetId: string, userId: string): Promise<void> {
  await recordAudit(ctx, { action, subjectType: 'photo_set', subjectId: photoSetId });
  await emitEvent(ctx, { type: 'photo.checked', userId, data: { photoSetId } });
}
