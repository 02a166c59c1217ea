import { and, eq } from 'drizzle-orm';
import { blobs } from '@/adapters/blob/blob';
import type { Ctx } from '@/db/context';
import { directUpload } from '@/db/schema/uploads';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { say } from '@/texts/current-texts';
import { type AddedPhoto, addPhoto } from '../add-photo';
import { findLiveSet } from '../live-set';
import { toPhotoView } from '../photo-view';
import { findRepeat } from '../reserve-place';

type Input = {
  uploadId: string;
  /** Of a phone, which may tell of its own alone. */
  handoverId?: string;
};
type UploadRow = typeof directUpload.$inferSelect;

/**
 * Takes in what the member's browser has sent past us, exactly as if it had come to us. It is read once; what was sent is deleted whatever
 * happens. Throws `not_found` for an upload that is not theirs or whose set is gone, `conflict` when nothing has arrived,
 * `invalid` when it has another size than was said, and what `addPhoto` throws.
 */
export async function takeUpload(
  ctx: Ctx,
  { uploadId, handoverId }: Input,
  clock = systemClock,
): Promise<AddedPhoto> {
  requirePermission(ctx.actor, 'uploads:own');
  const upload = await getOwnUpload(ctx, uploadId);
  const { clientKey, originalName: name, blobKey, size } = upload;
  if (handoverId && handoverId !== upload.handoverId) throw notFound('upload');
  const stored = await blobs().get(blobKey);
  if (!stored) {
    // Told twice: the first time has it, or refused it.
    const known = await findRepeat(ctx, clientKey, clock());
    if (known) return { photo: toPhotoView(known), created: false };
    throw new AppError('conflict', say('uploads.refused.notArrived'), { reason: 'not_arrived' });
  }
  try {
    if (stored.size !== size) {
      await stored.stream.cancel();
      throw new AppError('invalid', say('uploads.refused.otherSize'));
    }
    const phone = upload.handoverId ? { handoverId: upload.handoverId } : {};
    return await addPhoto(ctx, { clientKey, name, stream: stored.stream, ...phone }, clock);
  } finally {
    await blobs().delete([blobKey]);
    await ctx.db.update(directUpload).set({ takenAt: clock() }).where(eq(directUpload.id, upload.id));
  }
}

async function getOwnUpload(ctx: Ctx, id: string): Promise<UploadRow> {
  const { userId, memberId } = requireMember(ctx.actor);
  const set = await findLiveSet(ctx);
  if (!set) throw notFound('upload');
  const [row] = await ctx.db
    .select()
    .from(directUpload)
    .where(
      and(
        eq(directUpload.id, id),
        eq(directUpload.organizationId, ctx.orgId),
        eq(directUpload.photoSetId, set.id),
        eq(directUpload.memberId, memberId),
        eq(directUpload.userId, userId),
      ),
    );
  if (!row) throw notFound('upload');
  return row;
}
