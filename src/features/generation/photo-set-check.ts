/** Whether a photo set can be generated from, and what it can serve. */

import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { photo, photoSet } from '@/db/schema/uploads';
import type { Quality } from '@/features/billing/price-list';
import { summarizeSet } from '@/features/uploads/set-rules';
import type { MemberActor } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { currentTexts, say } from '@/texts/current-texts';
import type { PhotoMeasurements } from '@/vision/types';
import type { PictureEngine } from './engine';
import type { Aspect } from './input';
import { whyNotServed } from './set-problems';

/**
 * Locks the set against deletion until the caller's transaction ends, and throws `not_found` unless it is this member's own,
 * `invalid` with the reason when it cannot serve the request.
 */
export async function requireServingSet(
  ctx: Ctx,
  actor: MemberActor,
  request: { photoSetId: string; aspect: Aspect; quality: Quality; engine: PictureEngine },
): Promise<void> {
  const [set] = await ctx.db
    .select({ id: photoSet.id, status: photoSet.status })
    .from(photoSet)
    .where(
      and(
        eq(photoSet.id, request.photoSetId),
        eq(photoSet.organizationId, ctx.orgId),
        eq(photoSet.memberId, actor.memberId),
      ),
    )
    .for('share');
  if (!set || set.status === 'deleted') throw notFound('photoSet');
  if (set.status !== 'submitted') throw refused('photoSetId', say('generation.refused.unfinishedPhotos'));
  if (!request.engine.capabilities.finishesSelfie) return;
  const photos = await ctx.db
    .select({ status: photo.status, measurements: photo.measurements })
    .from(photo)
    .where(
      and(
        eq(photo.photoSetId, set.id),
        inArray(photo.status, ['accepted', 'warned']),
        isNull(photo.deletedAt),
      ),
    );
  const measured = photos.map(({ status, measurements }) => ({
    status,
    measurements: measurements as PhotoMeasurements | null,
  }));
  const serves = summarizeSet(measured).serves[request.aspect];
  const problem = whyNotServed(serves, request.quality, currentTexts());
  if (problem)
    throw refused(serves.frames > 0 && request.quality !== 'standard' ? 'quality' : 'aspect', problem);
}

export function refused(field: string, message: string): AppError {
  return new AppError('invalid', message, { fields: { [field]: message } });
}
