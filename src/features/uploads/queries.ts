/** Reads of a member's own photos. Nobody else reads them: no admin, no staff, no key of the organization. */
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member, organization } from '@/db/schema/auth';
import { photo } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { listRunningGenerations } from '@/features/privacy/running-generations';
import { requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { currentTexts } from '@/texts/current-texts';
import type { PhotoVariant } from './input';
import { findLiveSet, getOwnSet, listOwnSets, listPhotoRows } from './live-set';
import type { PhotoSetEntry, PhotoSetView } from './photo-types';
import { emptySetView, toSetEntry, toSetView } from './photo-view';

/** The member's set as it stands, with advice and what is missing; empty when there is none. */
export async function getCurrentSet(ctx: Ctx, texts = currentTexts()): Promise<PhotoSetView> {
  requirePermission(ctx.actor, 'uploads:own');
  const set = await findLiveSet(ctx);
  const days = await retentionDays(ctx);
  return set ? toSetView(set, await listPhotoRows(ctx, set.id), days, texts) : emptySetView(days, texts);
}

/** The member's sets that have photos, the newest first, to choose among. */
export async function listPhotoSets(ctx: Ctx): Promise<{ sets: PhotoSetEntry[] }> {
  requirePermission(ctx.actor, 'uploads:own');
  const days = await retentionDays(ctx);
  const entries = [];
  for (const set of await listOwnSets(ctx)) {
    const rows = await listPhotoRows(ctx, set.id);
    const running = await listRunningGenerations(ctx, { photoSetId: set.id });
    if (rows.length > 0)
      entries.push(toSetEntry(set, rows, { retentionDays: days, inUse: running.length > 0 }));
  }
  return { sets: entries };
}

/** Throws `not_found` for a set that is deleted or another member's. */
export async function getPhotoSet(ctx: Ctx, id: string): Promise<PhotoSetView> {
  requirePermission(ctx.actor, 'uploads:own');
  const set = await getOwnSet(ctx, id);
  return toSetView(set, await listPhotoRows(ctx, set.id), await retentionDays(ctx));
}

/**
 * The blob behind a photo's link, for the person themselves while they are a member. The row is asked every time: a link
 * dies with its photo. Throws `not_found` otherwise.
 */
export async function getPhotoFile(
  { db, userId }: { db: Db; userId: string },
  photoId: string,
  variant: PhotoVariant,
): Promise<{ key: string }> {
  const [row] = await db
    .select({ workingKey: photo.workingKey, thumbnailKey: photo.thumbnailKey })
    .from(photo)
    .innerJoin(member, and(eq(member.id, photo.memberId), eq(member.userId, photo.userId)))
    .where(
      and(
        eq(photo.id, photoId),
        eq(photo.userId, userId),
        ne(photo.status, 'checking'),
        isNull(photo.deletedAt),
      ),
    );
  if (!row) throw notFound('photo');
  return { key: variant === 'working' ? row.workingKey : row.thumbnailKey };
}

async function retentionDays(ctx: Ctx): Promise<number> {
  const [team] = await ctx.db
    .select({ days: organization.photoRetentionDays })
    .from(organization)
    .where(eq(organization.id, ctx.orgId));
  if (!team) throw notFound('team');
  return team.days;
}
