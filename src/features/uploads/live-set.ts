/** The member's sets, the one that takes photos first: finding them, and holding rows so that what happens to a set happens one after the other. */
import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { photo, photoSet } from '@/db/schema/uploads';
import { requireMember } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { say } from '@/texts/current-texts';

export type PhotoSetRow = typeof photoSet.$inferSelect;
export type PhotoRow = typeof photo.$inferSelect;

function mine(ctx: Ctx) {
  const { userId, memberId } = requireMember(ctx.actor);
  return and(
    eq(photoSet.organizationId, ctx.orgId),
    eq(photoSet.memberId, memberId),
    eq(photoSet.userId, userId),
    ne(photoSet.status, 'deleted'),
  );
}

function current(ctx: Ctx) {
  return and(mine(ctx), isNull(photoSet.shelvedAt));
}

/** The set that takes photos. */
export async function findLiveSet(ctx: Ctx): Promise<PhotoSetRow | null> {
  const [row] = await ctx.db.select().from(photoSet).where(current(ctx));
  return row ?? null;
}

/** All that are not deleted, the newest first. */
export function listOwnSets(ctx: Ctx): Promise<PhotoSetRow[]> {
  return ctx.db.select().from(photoSet).where(mine(ctx)).orderBy(desc(photoSet.createdAt), desc(photoSet.id));
}

/** The same, locked, so that which one takes photos is decided by one after the other. Call in a transaction. */
export function lockOwnSets(ctx: Ctx): Promise<PhotoSetRow[]> {
  return ctx.db.select().from(photoSet).where(mine(ctx)).orderBy(photoSet.id).for('update');
}

/** Throws `not_found` for another member's set and for a deleted one. */
export async function getOwnSet(ctx: Ctx, id: string): Promise<PhotoSetRow> {
  const [row] = await ctx.db
    .select()
    .from(photoSet)
    .where(and(mine(ctx), eq(photoSet.id, id)));
  if (!row) throw notFound('photoSet');
  return row;
}

/** Call in a transaction: the row stays locked until it ends. Throws like `getOwnSet`. */
export async function lockOwnSet(ctx: Ctx, id: string): Promise<PhotoSetRow> {
  const [row] = await ctx.db
    .select()
    .from(photoSet)
    .where(and(mine(ctx), eq(photoSet.id, id)))
    .for('update');
  if (!row) throw notFound('photoSet');
  return row;
}

/** The set that takes photos, locked; a new one when there is none. Call in a transaction. Throws `conflict` when it is put aside just now. */
export async function openSet(ctx: Ctx, now: Date): Promise<PhotoSetRow> {
  const { userId, memberId } = requireMember(ctx.actor);
  await ctx.db
    .insert(photoSet)
    .values({
      id: newId('photoSet'),
      organizationId: ctx.orgId,
      memberId,
      userId,
      lastUploadAt: now,
      createdAt: now,
    })
    .onConflictDoNothing();
  const [row] = await ctx.db.select().from(photoSet).where(current(ctx)).for('update');
  if (!row) throw new AppError('conflict', say('uploads.refused.otherSet'));
  return row;
}

/** The photos that are not deleted, in the order of upload. */
export function listPhotoRows(ctx: Ctx, photoSetId: string): Promise<PhotoRow[]> {
  return ctx.db
    .select()
    .from(photo)
    .where(
      and(eq(photo.organizationId, ctx.orgId), eq(photo.photoSetId, photoSetId), isNull(photo.deletedAt)),
    )
    .orderBy(photo.createdAt, photo.id);
}
