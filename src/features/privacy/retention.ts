/** Keeps to the published schedule, in small batches that can be repeated: what is due today is due at the next run too. */
import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { blobs } from '@/adapters/blob/blob';
import { sweepIncoming } from '@/adapters/blob/incoming';
import { backdrop, pictureVersion } from '@/db/schema/headshots';
import { deletionRequest } from '@/db/schema/privacy';
import { directUpload, photo } from '@/db/schema/uploads';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { writeNotice } from '@/features/notifications/notify';
import { enqueue } from '@/jobs/port';
import { jobCtx } from '@/jobs/trusted-ctx';
import { isAppError } from '@/lib/errors';
import { HOUR, MINUTE, plus } from '@/lib/time';
import { forgetExpired } from './forget-expired';
import { type KeptPictures, keepPictures } from './keep-pictures';
import { requestDeletion } from './request-deletion';

const BATCH = 50;
/** A check takes seconds; a photo that is "being checked" longer than this belongs to a process that died. */
const CHECK_GAVE_UP = 15 * MINUTE;
/** Permissions to send past us last ten minutes; what was being sent then has had time to end. */
const NOTHING_ARRIVES_AFTER = HOUR;
const UPLOADS_BATCH = 500;

export type RetentionResult = {
  sets: number;
  unfinished: number;
  versions: number;
  backdrops: number;
  incoming: number;
  uploads: number;
  requeued: number;
  expired: number;
  pictures: KeptPictures;
};

export async function keepSchedule(db: Db, now: Date): Promise<RetentionResult> {
  return {
    sets: await deleteDueSets(db, now),
    unfinished: await dropUnfinishedPhotos(db, now),
    versions: await dropLeftVersions(db, now),
    backdrops: await dropLeftBackdrops(db, now),
    incoming: await sweepIncoming(plus(now, -HOUR)),
    uploads: await sweepUploads(db, now),
    requeued: await requeueStuckPurges(db, now),
    expired: await forgetExpired(db, now),
    pictures: await keepPictures(db, now),
  };
}

/** Sets whose last upload is longer ago than their organization keeps photos; those in use wait for the next run. */
async function deleteDueSets(db: Db, now: Date): Promise<number> {
  const due = await selectRows<{ id: string; orgId: string; userId: string; days: number; photos: number }>(
    db,
    sql`select s.id, s.organization_id as "orgId", s.user_id as "userId", o.photo_retention_days::int as days,
          (select count(*)::int from photo p where p.photo_set_id = s.id and p.deleted_at is null) as photos
        from photo_set s join organization o on o.id = s.organization_id
        where s.status <> 'deleted'
          and s.last_upload_at < ${now.toISOString()}::timestamptz - make_interval(days => o.photo_retention_days)
          and not exists (select 1 from generation g
                          where g.photo_set_id = s.id and g.status in ('queued', 'processing'))
        order by s.last_upload_at limit ${BATCH}`,
  );
  let deleted = 0;
  for (const { id, orgId, userId, days, photos } of due) {
    const ctx = jobCtx(db, orgId, 'privacy.retention');
    try {
      await requestDeletion(ctx, { kind: 'photo_set', targetId: id }, () => now);
    } catch (error) {
      // A generation began between the look and the lock: the set is due again at the next run.
      if (isAppError(error, 'conflict')) continue;
      throw error;
    }
    deleted += 1;
    if (photos === 0) continue;
    await writeNotice(ctx, {
      userId,
      type: 'photos.deleted',
      title: ({ t }) => t('privacy.notice.deleted.title'),
      body: ({ t }) => t('privacy.notice.deleted.body', { days }),
      dedupeKey: `retention:${id}`,
    });
  }
  return deleted;
}

async function dropUnfinishedPhotos(db: Db, now: Date): Promise<number> {
  const stale = await db
    .select({ id: photo.id, workingKey: photo.workingKey, thumbnailKey: photo.thumbnailKey })
    .from(photo)
    .where(and(eq(photo.status, 'checking'), lt(photo.createdAt, plus(now, -CHECK_GAVE_UP))))
    .limit(BATCH);
  if (stale.length === 0) return 0;
  await blobs().delete(stale.flatMap(({ workingKey, thumbnailKey }) => [workingKey, thumbnailKey]));
  const ids = stale.map(({ id }) => id);
  await db.delete(photo).where(and(inArray(photo.id, ids), eq(photo.status, 'checking')));
  return stale.length;
}

/** Edits whose save never ended, and those out of sight whose files were still there when their process died. */
async function dropLeftVersions(db: Db, now: Date): Promise<number> {
  const settled = plus(now, -CHECK_GAVE_UP);
  const left = await db
    .select({
      id: pictureVersion.id,
      blobKey: pictureVersion.blobKey,
      thumbnailKey: pictureVersion.thumbnailKey,
    })
    .from(pictureVersion)
    .where(
      and(
        or(isNull(pictureVersion.readyAt), isNotNull(pictureVersion.deletedAt)),
        lt(pictureVersion.createdAt, settled),
      ),
    )
    .limit(BATCH);
  if (left.length === 0) return 0;
  await blobs().delete(left.flatMap(({ blobKey, thumbnailKey }) => [blobKey, thumbnailKey]));
  const ids = left.map(({ id }) => id);
  await db.delete(pictureVersion).where(inArray(pictureVersion.id, ids));
  return left.length;
}

/** Backdrops whose upload never ended, and those of people who left the team: nobody can reach them any more. */
async function dropLeftBackdrops(db: Db, now: Date): Promise<number> {
  const unfinished = await db
    .select({ id: backdrop.id, blobKey: backdrop.blobKey, swatchKey: backdrop.swatchKey })
    .from(backdrop)
    .where(and(isNull(backdrop.readyAt), lt(backdrop.createdAt, plus(now, -CHECK_GAVE_UP))))
    .limit(BATCH);
  if (unfinished.length > 0) {
    await blobs().delete(unfinished.flatMap(({ blobKey, swatchKey }) => [blobKey, swatchKey]));
    const ids = unfinished.map(({ id }) => id);
    await db.delete(backdrop).where(and(inArray(backdrop.id, ids), isNull(backdrop.readyAt)));
  }
  const left = await selectRows<{ id: string; orgId: string }>(
    db,
    sql`select b.id, b.organization_id as "orgId" from backdrop b
        where b.deleted_at is null and b.ready_at is not null
          and not exists (select 1 from member m where m.id = b.member_id)
        limit ${BATCH}`,
  );
  for (const { id, orgId } of left) {
    const ctx = jobCtx(db, orgId, 'privacy.retention');
    await requestDeletion(ctx, { kind: 'backdrop', targetId: id }, () => now);
  }
  return unfinished.length + left.length;
}

/**
 * What was sent past us and never told of, or sent again after it was read: every object has a row, so the rows name all of them. Files
 * first, so that a row goes only when nothing of it is left; one that was granted anew meanwhile stays.
 */
async function sweepUploads(db: Db, now: Date): Promise<number> {
  const old = lt(directUpload.grantedAt, plus(now, -NOTHING_ARRIVES_AFTER));
  const rows = await db
    .select({ id: directUpload.id, blobKey: directUpload.blobKey })
    .from(directUpload)
    .where(old)
    .limit(UPLOADS_BATCH);
  if (rows.length === 0) return 0;
  await blobs().delete(rows.map(({ blobKey }) => blobKey));
  const ids = rows.map(({ id }) => id);
  await db.delete(directUpload).where(and(inArray(directUpload.id, ids), old));
  return rows.length;
}

/** Requests whose job was lost or gave up. Purging twice does no harm. */
async function requeueStuckPurges(db: Db, now: Date): Promise<number> {
  const stuck = await db
    .select({ id: deletionRequest.id })
    .from(deletionRequest)
    .where(
      and(
        inArray(deletionRequest.status, ['requested', 'purging']),
        lt(deletionRequest.requestedAt, plus(now, -2 * MINUTE)),
      ),
    )
    .limit(BATCH);
  for (const { id } of stuck) await enqueue(db, 'privacy.purge', { requestId: id });
  return stuck.length;
}
