import { and, eq, isNull } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { picture, pictureVerdict } from '@/db/schema/generation';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import type { PictureOfGeneration } from './say-not-me';
import { writeVerdict } from './write-verdict';

/**
 * "Looks like me", or with `said: false` no opinion any more. Costs and moves nothing. Throws `not_found` for what is not an
 * accepted picture of the member's own.
 */
export async function sayLikeMe(
  ctx: Ctx,
  { generationId, pictureId, said }: PictureOfGeneration & { said: boolean },
  clock = systemClock,
): Promise<void> {
  requirePermission(ctx.actor, 'generation:own');
  const { memberId, userId } = requireMember(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const [found] = await ctx.db
      .select({ id: picture.id, generationId: picture.generationId })
      .from(picture)
      .where(
        and(
          eq(picture.id, pictureId),
          eq(picture.generationId, generationId),
          eq(picture.organizationId, ctx.orgId),
          eq(picture.memberId, memberId),
          eq(picture.status, 'accepted'),
          isNull(picture.deletedAt),
        ),
      );
    if (!found) throw notFound('picture');
    if (said) await writeVerdict(ctx, found, { verdict: 'like_me', decidedAt: clock() });
    else
      await ctx.db
        .delete(pictureVerdict)
        .where(and(eq(pictureVerdict.pictureId, found.id), isNull(pictureVerdict.refunded)));
    await recordAudit(ctx, {
      action: said ? 'headshots.like_me' : 'headshots.no_verdict',
      subjectType: 'picture',
      subjectId: found.id,
      data: { generationId },
    });
    await emitEvent(ctx, { type: 'picture.changed', userId, data: { generationId } });
  });
}
