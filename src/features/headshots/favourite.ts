import { and, eq, inArray, isNull } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { generation, picture } from '@/db/schema/generation';
import { recordAudit } from '@/features/audit/record-audit';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';

export type FavouriteInput = {
  pictureIds?: readonly string[];
  /** All accepted pictures of these. */
  generationIds?: readonly string[];
  favourite: boolean;
};

/**
 * Marks the member's own accepted pictures, or takes the mark off. Throws `not_found`, changing nothing, when one of them is not
 * there or not theirs. Answers how many pictures carry the wanted mark now.
 */
export async function setFavourite(ctx: Ctx, input: FavouriteInput): Promise<{ pictures: number }> {
  requirePermission(ctx.actor, 'generation:own');
  const { favourite } = input;
  return inTransaction(ctx, async (ctx) => {
    const wanted = [
      ...(await ownPictures(ctx, input.pictureIds ?? [])),
      ...(await picturesOfGenerations(ctx, input.generationIds ?? [])),
    ];
    const ids = [...new Set(wanted)];
    if (ids.length > 0) await ctx.db.update(picture).set({ favourite }).where(inArray(picture.id, ids));
    for (const id of ids) {
      await recordAudit(ctx, {
        action: favourite ? 'headshots.favourite' : 'headshots.unfavourite',
        subjectType: 'picture',
        subjectId: id,
      });
    }
    return { pictures: ids.length };
  });
}

async function ownPictures(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return [];
  const rows = await ctx.db
    .select({ id: picture.id })
    .from(picture)
    .where(and(ownAndAccepted(ctx), inArray(picture.id, asked)));
  if (rows.length !== asked.length) throw notFound('picture');
  return rows.map(({ id }) => id);
}

async function picturesOfGenerations(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return [];
  const { memberId } = requireMember(ctx.actor);
  const found = await ctx.db
    .select({ id: generation.id })
    .from(generation)
    .where(
      and(
        eq(generation.organizationId, ctx.orgId),
        eq(generation.memberId, memberId),
        isNull(generation.deletedAt),
        inArray(generation.id, asked),
      ),
    );
  if (found.length !== asked.length) throw notFound('generation');
  const rows = await ctx.db
    .select({ id: picture.id })
    .from(picture)
    .where(and(ownAndAccepted(ctx), inArray(picture.generationId, asked)));
  return rows.map(({ id }) => id);
}

function ownAndAccepted(ctx: Ctx) {
  const { memberId } = requireMember(ctx.actor);
  return and(
    eq(picture.organizationId, ctx.orgId),
    eq(picture.memberId, memberId),
    eq(picture.status, 'accepted'),
    isNull(picture.deletedAt),
  );
}
