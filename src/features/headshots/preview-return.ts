import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation } from '@/db/schema/generation';
import { requireMember, requirePermission } from '@/lib/actor';
import { systemClock } from '@/lib/time';
import { readReturns } from './verdict-queries';
import { decideReturn, type ReturnPreview, returnsAllowed } from './verdict-rules';

/** What "not me" would do to a picture of the member's own generation at this moment; null unless it has ended with pictures. */
export async function previewReturn(
  ctx: Ctx,
  generationId: string,
  clock = systemClock,
): Promise<ReturnPreview | null> {
  requirePermission(ctx.actor, 'generation:own');
  const { memberId, userId } = requireMember(ctx.actor);
  const [row] = await ctx.db
    .select({ finishedAt: generation.finishedAt, credits: generation.priceEach })
    .from(generation)
    .where(
      and(
        eq(generation.id, generationId),
        eq(generation.organizationId, ctx.orgId),
        eq(generation.memberId, memberId),
        eq(generation.status, 'completed'),
        isNotNull(generation.finishedAt),
        isNull(generation.deletedAt),
      ),
    );
  if (!row?.finishedAt) return null;
  const now = clock();
  const { firstGenerationId, headshots, returned } = await readReturns(ctx, userId, now);
  const isFirst = firstGenerationId === generationId;
  return {
    decision: decideReturn({ finishedAt: row.finishedAt, isFirst, headshots, returned }, now),
    credits: row.credits,
    headshots,
    returned,
    allowed: isFirst ? null : returnsAllowed(headshots),
  };
}
