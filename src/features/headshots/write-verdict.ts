import { isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { pictureVerdict } from '@/db/schema/generation';
import { requireMember } from '@/lib/actor';

type Said = Pick<typeof pictureVerdict.$inferInsert, 'verdict' | 'refunded' | 'ofFirst' | 'decidedAt'>;

/** What the member says now replaces what they said before, unless something came back for that. */
export async function writeVerdict(
  ctx: Ctx,
  { id, generationId }: { id: string; generationId: string },
  said: Said,
): Promise<void> {
  const { memberId, userId } = requireMember(ctx.actor);
  await ctx.db
    .insert(pictureVerdict)
    .values({ pictureId: id, organizationId: ctx.orgId, generationId, memberId, userId, ...said })
    .onConflictDoUpdate({
      target: pictureVerdict.pictureId,
      set: said,
      setWhere: isNull(pictureVerdict.refunded),
    });
}
