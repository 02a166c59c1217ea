/** The member's one set: finding it, and holding its row so that what happens to a set happens one after the other. */
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { photo, photoSet } from '@/db/schema/uploads';
import { requireMember } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';

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

export async function findLiveSet(ctx: Ctx): Promise<PhotoSetRow | null> {
  const [row] = await ctx.db.select().from(photoSet).where(mine(ctx));
  return row ?? null;
}

/** Throws `not_found` for another member's set and for a deleted one. */
export async function getOwnSet(ctx: Ctx, id: string): Promise<PhotoSetRow> {
  const [row] = await ctx.db
    .select()
    .from(photoSet)
    .where(and(mine(ctx), eq(photoSet.id, id)));
  if (!row) throw notFound('Photo set');
  return row;
}

/** Call in a transaction: the row stays locked until it ends. Throws like `getOwnSet`. */
export async function lockOwnSet(ctx: Ctx, id: string): Promise<PhotoSetRow> {
  const [row] = await ctx.db
    .select()
    .from(photoSet)
    .where(and(mine(ctx), eq(photoSet.id, id)))
    .for('update');
  if (!row) throw notFound('Photo set');
  return row;
}

/** The member's set, locked; a new one when there is none. Call in a transaction. */
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
  const [row] = await ctx.db.select().from(photoSet).where(mine(ctx)).for('update');
  if (!row) throw notFound('Photo set');
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
