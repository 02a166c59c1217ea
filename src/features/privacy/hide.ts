/**
 * The first half of a deletion: the thing disappears and its links die, in the caller's transaction. Each function
 * answers whose it was, or null when it is not there, not theirs or already hidden.
 */
import { and, eq, isNull, ne, type SQL } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation, picture } from '@/db/schema/generation';
import { backdrop } from '@/db/schema/headshots';
import { photo, photoSet } from '@/db/schema/uploads';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import type { DeletionKind } from './input';
import { listRunningGenerations } from './running-generations';

export type Target = {
  id: string;
  /** Only this person's; null for jobs that keep to a schedule. */
  userId: string | null;
  /** Hide it although pictures are being made from it: they were told to stop, and purging waits for them. */
  whileRunning?: boolean;
};

type Hide = (ctx: Ctx, target: Target, now: Date) => Promise<{ userId: string } | null>;

export const HIDE: Record<DeletionKind, Hide> = {
  photo: hidePhoto,
  photo_set: hidePhotoSet,
  picture: hidePicture,
  generation: hideGeneration,
  backdrop: hideBackdrop,
};

async function hidePhoto(ctx: Ctx, { id, userId }: Target, now: Date) {
  const [found] = await ctx.db
    .select({ photoSetId: photo.photoSetId })
    .from(photo)
    .where(and(eq(photo.id, id), mine(ctx, photo, userId), isNull(photo.deletedAt)));
  if (!found) return null;
  await lockSet(ctx, found.photoSetId, userId);
  await refuseWhileRunning(ctx, { photoSetId: found.photoSetId });
  const [hidden] = await ctx.db
    .update(photo)
    .set({ deletedAt: now })
    .where(and(eq(photo.id, id), isNull(photo.deletedAt)))
    .returning({ userId: photo.userId });
  return hidden ?? null;
}

async function hidePhotoSet(ctx: Ctx, { id, userId, whileRunning }: Target, now: Date) {
  // Whose it is comes first: that something runs on it is nobody else's business.
  if (!(await lockSet(ctx, id, userId))) return null;
  if (!whileRunning) await refuseWhileRunning(ctx, { photoSetId: id });
  const [hidden] = await ctx.db
    .update(photoSet)
    .set({ status: 'deleted', deletedAt: now, name: null })
    .where(and(eq(photoSet.id, id), mine(ctx, photoSet, userId), ne(photoSet.status, 'deleted')))
    .returning({ userId: photoSet.userId });
  if (!hidden) return null;
  await ctx.db
    .update(photo)
    .set({ deletedAt: now })
    .where(and(eq(photo.photoSetId, id), isNull(photo.deletedAt)));
  return hidden;
}

async function hidePicture(ctx: Ctx, { id, userId }: Target, now: Date) {
  const [found] = await ctx.db
    .select({ generationId: picture.generationId })
    .from(picture)
    .where(and(eq(picture.id, id), mine(ctx, picture, userId), isNull(picture.deletedAt)));
  if (!found) return null;
  await refuseWhileRunning(ctx, { generationId: found.generationId });
  const [hidden] = await ctx.db
    .update(picture)
    .set({ deletedAt: now })
    .where(and(eq(picture.id, id), isNull(picture.deletedAt)))
    .returning({ userId: picture.userId });
  return hidden ?? null;
}

async function hideGeneration(ctx: Ctx, { id, userId }: Target, now: Date) {
  const [found] = await ctx.db
    .select({ id: generation.id })
    .from(generation)
    .where(and(eq(generation.id, id), mine(ctx, generation, userId), isNull(generation.deletedAt)))
    .for('update');
  if (!found) return null;
  await refuseWhileRunning(ctx, { generationId: id });
  const [hidden] = await ctx.db
    .update(generation)
    .set({ deletedAt: now })
    .where(eq(generation.id, id))
    .returning({ userId: generation.userId });
  await ctx.db
    .update(picture)
    .set({ deletedAt: now })
    .where(and(eq(picture.generationId, id), isNull(picture.deletedAt)));
  return hidden ?? null;
}

async function hideBackdrop(ctx: Ctx, { id, userId }: Target, now: Date) {
  const [hidden] = await ctx.db
    .update(backdrop)
    .set({ deletedAt: now })
    .where(and(eq(backdrop.id, id), mine(ctx, backdrop, userId), isNull(backdrop.deletedAt)))
    .returning({ userId: backdrop.userId });
  return hidden ?? null;
}

type Owned = typeof photo | typeof photoSet | typeof picture | typeof generation | typeof backdrop;

function mine(ctx: Ctx, table: Owned, userId: string | null): SQL | undefined {
  const inTeam = eq(table.organizationId, ctx.orgId);
  return userId === null ? inTeam : and(inTeam, eq(table.userId, userId));
}

/** A generation that starts locks the same row, so neither can slip in between the other's look and write. */
async function lockSet(ctx: Ctx, photoSetId: string, userId: string | null): Promise<boolean> {
  const locked = await ctx.db
    .select({ id: photoSet.id })
    .from(photoSet)
    .where(and(eq(photoSet.id, photoSetId), mine(ctx, photoSet, userId)))
    .for('update');
  return locked.length > 0;
}

async function refuseWhileRunning(
  ctx: Ctx,
  of: { photoSetId: string } | { generationId: string },
): Promise<void> {
  const running = await listRunningGenerations(ctx, of);
  if (running.length === 0) return;
  throw new AppError('conflict', say('privacy.deletion.running'), {
    reason: 'generation_running',
    generationIds: running,
  });
}
