import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { blobs, newBlobKey } from '@/adapters/blob/blob';
import { tooLarge } from '@/adapters/blob/incoming';
import { type Ctx, inTransaction } from '@/db/context';
import { directUpload } from '@/db/schema/uploads';
import { requireConsent } from '@/features/privacy/consent-queries';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { MINUTE, plus, systemClock } from '@/lib/time';
import { say } from '@/texts/current-texts';
import { grantUploadInput } from '../input';
import { listPhotoRows, openSet } from '../live-set';
import { MAX_PHOTO_BYTES, NAMELESS_TYPE, PHOTO_TYPES, type UploadWay } from '../photo-types';
import { toPhotoView } from '../photo-view';
import { findRepeat, requireRoom, tooManyPhotos } from '../reserve-place';
import { THRESHOLDS } from '../thresholds';

/** Enough for 25 MB at 350 kbit/s. */
const VALID_FOR = 10 * MINUTE;

type Input = {
  clientKey: string;
  name: string;
  size: number;
  contentType: string;
  /** Of the phone that sends it. */
  handoverId?: string;
};
type Wanted = Omit<Input, 'handoverId'> & { handoverId: string | null };
type UploadRow = typeof directUpload.$inferSelect;

/**
 * How the member's browser is to send this photo. Past us: one object under a key of ours, of this type and size, for ten minutes. The
 * same client key again gets the same object. Throws `forbidden` without consent, `too_large`, `unsupported_type`, and `conflict` with 30
 * photos waiting or 30 permissions open.
 */
export async function grantUpload(ctx: Ctx, input: Input, clock = systemClock): Promise<UploadWay> {
  requirePermission(ctx.actor, 'uploads:own');
  requireMember(ctx.actor);
  const file = grantUploadInput.parse(input);
  await requireConsent(ctx);
  const now = clock();
  const known = await findRepeat(ctx, file.clientKey, now);
  if (known) return { way: 'done', photo: toPhotoView(known) };
  const store = blobs();
  if (!store.grantUpload) return { way: 'here' };
  if (file.size > MAX_PHOTO_BYTES) throw tooLarge(MAX_PHOTO_BYTES);
  if (![...PHOTO_TYPES, NAMELESS_TYPE].includes(file.contentType))
    throw new AppError('unsupported_type', say('uploads.refused.type'));
  const wanted = { ...file, handoverId: input.handoverId ?? null };
  const { id, blobKey, expiresAt } = await inTransaction(ctx, (ctx) => reserveUpload(ctx, wanted, now));
  const grant = await store.grantUpload(blobKey, {
    contentType: file.contentType,
    size: file.size,
    expiresAt,
  });
  return { way: 'direct', uploadId: id, ...grant, expiresAt: expiresAt.toISOString() };
}

/** The row of the object, written before anybody may send it. The set stays locked, so that thirty at once are thirty. */
async function reserveUpload(ctx: Ctx, file: Wanted, now: Date): Promise<UploadRow> {
  const { userId, memberId } = requireMember(ctx.actor);
  const set = await openSet(ctx, now);
  requireRoom(await listPhotoRows(ctx, set.id));
  const open = await ctx.db
    .select({ id: directUpload.id })
    .from(directUpload)
    .where(
      and(
        eq(directUpload.photoSetId, set.id),
        ne(directUpload.clientKey, file.clientKey),
        isNull(directUpload.takenAt),
        gt(directUpload.expiresAt, now),
      ),
    );
  if (open.length >= THRESHOLDS.set.waiting) throw tooManyPhotos();
  const terms = {
    originalName: file.name,
    size: file.size,
    grantedAt: now,
    expiresAt: plus(now, VALID_FOR),
    takenAt: null,
  };
  const [row] = await ctx.db
    .insert(directUpload)
    .values({
      id: newId('directUpload'),
      organizationId: ctx.orgId,
      photoSetId: set.id,
      memberId,
      userId,
      handoverId: file.handoverId,
      clientKey: file.clientKey,
      blobKey: newBlobKey('incoming', 'bin'),
      ...terms,
    })
    .onConflictDoUpdate({ target: [directUpload.photoSetId, directUpload.clientKey], set: terms })
    .returning();
  if (!row) throw new Error('An upload was not written.');
  return row;
}
