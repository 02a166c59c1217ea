/** A photo's row exists before its check, so that thirty at once are thirty, repeats are seen, and files have an owner. */
import { and, eq, isNull } from 'drizzle-orm';
import { blobs, newBlobKey } from '@/adapters/blob/blob';
import { type Ctx, inTransaction } from '@/db/context';
import { photo } from '@/db/schema/uploads';
import { requireMember } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { MINUTE } from '@/lib/time';
import { say } from '@/texts/current-texts';
import { findLiveSet, listPhotoRows, openSet, type PhotoRow } from './live-set';
import { THRESHOLDS } from './thresholds';

/** After this long an unfinished check is taken over by a repeat: its process must have died. */
const TAKEN_OVER_AFTER = 5 * MINUTE;

export type Place = { row: PhotoRow /** Somebody else is checking it, or it is checked. */; repeat: boolean };

/** The photo that this key already names, unless its check was abandoned. */
export async function findRepeat(ctx: Ctx, clientKey: string, now: Date): Promise<PhotoRow | null> {
  const set = await findLiveSet(ctx);
  if (!set) return null;
  const row = await findByKey(ctx, set.id, clientKey);
  return row && !isAbandoned(row, now) ? row : null;
}

/** Throws `conflict` when no more photos may wait. A cheap look before the file is received; `reservePlace` decides. */
export async function refuseWhenFull(ctx: Ctx): Promise<void> {
  const set = await findLiveSet(ctx);
  if (set) requireRoom(await listPhotoRows(ctx, set.id));
}

export async function reservePlace(
  ctx: Ctx,
  file: { clientKey: string; name: string; handoverId: string | null; sha256: string },
  now: Date,
): Promise<Place> {
  const { userId, memberId } = requireMember(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const set = await openSet(ctx, now);
    const known = await findByKey(ctx, set.id, file.clientKey);
    if (known && !isAbandoned(known, now)) return { row: known, repeat: true };
    if (known) return { row: await takeOver(ctx, known, file.sha256, now), repeat: false };
    requireRoom(await listPhotoRows(ctx, set.id));
    const [row] = await ctx.db
      .insert(photo)
      .values({
        id: newId('photo'),
        organizationId: ctx.orgId,
        photoSetId: set.id,
        memberId,
        userId,
        clientKey: file.clientKey,
        originalName: file.name,
        handoverId: file.handoverId,
        sha256: file.sha256,
        workingKey: newBlobKey('photos', 'jpg'),
        thumbnailKey: newBlobKey('photos', 'jpg'),
        createdAt: now,
      })
      .returning();
    if (!row) throw new Error('A photo was not written.');
    return { row, repeat: false };
  });
}

/** Gives the place back after a file that was no photo: what was stored goes first, then the row. */
export async function releasePlace(ctx: Ctx, row: PhotoRow): Promise<void> {
  await blobs().delete([row.workingKey, row.thumbnailKey]);
  await ctx.db.delete(photo).where(and(eq(photo.id, row.id), eq(photo.status, 'checking')));
}

async function findByKey(ctx: Ctx, photoSetId: string, clientKey: string): Promise<PhotoRow | null> {
  const [row] = await ctx.db
    .select()
    .from(photo)
    .where(and(eq(photo.photoSetId, photoSetId), eq(photo.clientKey, clientKey), isNull(photo.deletedAt)));
  return row ?? null;
}

async function takeOver(ctx: Ctx, row: PhotoRow, sha256: string, now: Date): Promise<PhotoRow> {
  await ctx.db.update(photo).set({ sha256, createdAt: now }).where(eq(photo.id, row.id));
  return { ...row, sha256, createdAt: now };
}

function isAbandoned(row: PhotoRow, now: Date): boolean {
  return row.status === 'checking' && now.getTime() - row.createdAt.getTime() > TAKEN_OVER_AFTER;
}

/** Throws `conflict` when no more photos may wait. */
export function requireRoom(rows: readonly PhotoRow[]): void {
  if (rows.length >= THRESHOLDS.set.waiting) throw tooManyPhotos();
}

export function tooManyPhotos(): AppError {
  const { waiting } = THRESHOLDS.set;
  return new AppError('conflict', say('uploads.refused.tooManyPhotos', { limit: waiting }), {
    reason: 'too_many_photos',
    limit: waiting,
  });
}
