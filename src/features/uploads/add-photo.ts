import { and, eq, isNull } from 'drizzle-orm';
import { blobs } from '@/adapters/blob/blob';
import { type IncomingFile, receiveFile } from '@/adapters/blob/incoming';
import { sealEmbedding } from '@/adapters/blob/vault';
import { vision } from '@/adapters/vision/vision';
import { type Ctx, inTransaction } from '@/db/context';
import { photo, photoSet } from '@/db/schema/uploads';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { requireConsent } from '@/features/privacy/consent-queries';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { SECOND, systemClock } from '@/lib/time';
import type { PreparedPhoto } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';
import { addPhotoInput } from './input';
import { lockOwnSet, type PhotoRow } from './live-set';
import { MAX_PHOTO_BYTES, type PhotoView } from './photo-types';
import { toPhotoView } from './photo-view';
import { refusalOf } from './refusal';
import { rejudgeSet } from './rejudge';
import { findRepeat, refuseWhenFull, releasePlace, reservePlace } from './reserve-place';

/** A photo takes about half a second; the first one also waits for the models. */
const TIME_LIMIT = 60 * SECOND;

type Input = {
  clientKey: string;
  name: string;
  stream: ReadableStream<Uint8Array>;
  /** Of the phone that sends it; null from the member's own session. */
  handoverId?: string;
};

/** `created` is false when this key's photo was there before. */
export type AddedPhoto = { photo: PhotoView; created: boolean };

/**
 * Takes in one photo: received into a temporary file, re-encoded and measured in the vision process, stored, judged
 * together with its set. What was uploaded is deleted whatever happens. Throws `forbidden` without consent, `too_large`
 * above 25 MB or 64 megapixels, `unsupported_type` or `invalid` by content, `conflict` with 30 photos waiting.
 */
export async function addPhoto(ctx: Ctx, input: Input, clock = systemClock): Promise<AddedPhoto> {
  requirePermission(ctx.actor, 'uploads:own');
  requireMember(ctx.actor);
  const { clientKey, name } = addPhotoInput.parse(input);
  const handoverId = input.handoverId ?? null;
  await requireConsent(ctx);
  const known = await findRepeat(ctx, clientKey, clock());
  if (known) {
    await input.stream.cancel();
    return { photo: toPhotoView(known), created: false };
  }
  await refuseWhenFull(ctx);
  const file = await receiveFile(input.stream, MAX_PHOTO_BYTES);
  try {
    const { row, repeat } = await reservePlace(
      ctx,
      { clientKey, name, handoverId, sha256: file.sha256 },
      clock(),
    );
    if (repeat) return { photo: toPhotoView(row), created: false };
    try {
      return { photo: toPhotoView(await checkAndKeep(ctx, row, file, clock())), created: true };
    } catch (error) {
      await releasePlace(ctx, row);
      throw refusalOf(error);
    }
  } finally {
    await file.remove();
  }
}

/** No transaction is open while the photo is measured: the embedded database has a single connection. */
async function checkAndKeep(ctx: Ctx, row: PhotoRow, file: IncomingFile, now: Date): Promise<PhotoRow> {
  const prepared = await inTurn(() => measure(file));
  await blobs().put(row.workingKey, prepared.jpeg, 'image/jpeg');
  await blobs().put(row.thumbnailKey, prepared.thumbnail, 'image/jpeg');
  return inTransaction(ctx, async (ctx) => {
    const set = await lockOwnSet(ctx, row.photoSetId);
    await keepMeasured(ctx, row, prepared);
    await ctx.db.update(photoSet).set({ lastUploadAt: now }).where(eq(photoSet.id, set.id));
    await rejudgeSet(ctx, set);
    const subject = { photoSetId: set.id, photoId: row.id };
    await recordAudit(ctx, {
      action: 'uploads.add_photo',
      subjectType: 'photo_set',
      subjectId: set.id,
      data: row.handoverId ? { photoId: row.id, handoverId: row.handoverId } : { photoId: row.id },
    });
    await emitEvent(ctx, { type: 'photo.checked', userId: row.userId, data: subject });
    const [kept] = await ctx.db.select().from(photo).where(eq(photo.id, row.id));
    if (!kept) throw notFound('photo');
    return kept;
  });
}

/** A vision process that was ended from outside takes its photo with it; one that ends twice was ended by the photo. */
async function measure(file: IncomingFile): Promise<PreparedPhoto> {
  const bytes = await file.read();
  const prepare = () => vision().preparePhoto(bytes, { timeoutMs: TIME_LIMIT });
  return prepare().catch((error: unknown) => {
    if (error instanceof VisionError && error.code === 'crashed') return prepare();
    throw error;
  });
}

/** Throws `not_found` when the photo was deleted while it was being checked. */
async function keepMeasured(ctx: Ctx, row: PhotoRow, prepared: PreparedPhoto): Promise<void> {
  const { measurements, embedding, width, height } = prepared;
  const kept = await ctx.db
    .update(photo)
    .set({
      measurements,
      width,
      height,
      embedding: embedding ? sealEmbedding(embedding, row.id) : null,
    })
    .where(and(eq(photo.id, row.id), eq(photo.status, 'checking'), isNull(photo.deletedAt)))
    .returning({ id: photo.id });
  if (kept.length === 0) throw notFound('photo');
}

let last: Promise<unknown> = Promise.resolve();

/** The vision process takes one photo at a time; the others wait on disk, not in memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => {});
  return turn;
}
