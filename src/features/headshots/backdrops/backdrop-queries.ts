/** The member's own backdrops. Nobody else sees them, and they do not exist for others. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { backdrop } from '@/db/schema/headshots';
import type { Db } from '@/db/types';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import type { BackdropView } from './backdrop-types';

export type BackdropRow = typeof backdrop.$inferSelect;

/** The first one first. */
export async function listBackdrops(ctx: Ctx): Promise<BackdropView[]> {
  requirePermission(ctx.actor, 'generation:own');
  const rows = await ctx.db
    .select()
    .from(backdrop)
    .where(and(mine(ctx), isNotNull(backdrop.readyAt)))
    .orderBy(asc(backdrop.createdAt), asc(backdrop.id));
  return rows.map(toBackdropView);
}

/** Where the picture itself lies; null when it is not there or not theirs. */
export async function findBackdropKey(ctx: Ctx, id: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ key: backdrop.blobKey })
    .from(backdrop)
    .where(and(mine(ctx), eq(backdrop.id, id), isNotNull(backdrop.readyAt)));
  return row?.key ?? null;
}

/** Where its small square lies, for the person who uploaded it. Throws `not_found`. */
export async function getSwatchKey({ db, userId }: { db: Db; userId: string }, id: string): Promise<string> {
  const [row] = await db
    .select({ key: backdrop.swatchKey })
    .from(backdrop)
    .where(
      and(
        eq(backdrop.id, id),
        eq(backdrop.userId, userId),
        isNotNull(backdrop.readyAt),
        isNull(backdrop.deletedAt),
      ),
    );
  if (!row) throw notFound('backdrop');
  return row.key;
}

/** Those that are not deleted, stored or not. */
export function mine(ctx: Ctx) {
  const { memberId } = requireMember(ctx.actor);
  return and(
    eq(backdrop.organizationId, ctx.orgId),
    eq(backdrop.memberId, memberId),
    isNull(backdrop.deletedAt),
  );
}

export function toBackdropView({ id, createdAt }: BackdropRow): BackdropView {
  return { id, url: `/api/files/backdrops/${id}`, createdAt: createdAt.toISOString() };
}
