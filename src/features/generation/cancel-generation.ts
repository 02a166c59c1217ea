import { and, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { generation } from '@/db/schema/generation';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import { endGeneration, type GenerationEnd } from './end-generation';

/**
 * The member stops their own generation, at once: what is accepted stays and is charged, the rest is freed. A worker that is still
 * drawing finds its fence raised and drops what it has. Throws `conflict` when it has ended already.
 */
export async function cancelGeneration(ctx: Ctx, input: { generationId: string }): Promise<GenerationEnd> {
  requirePermission(ctx.actor, 'generation:own');
  const { memberId } = requireMember(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ id: generation.id })
      .from(generation)
      .where(
        and(
          eq(generation.id, input.generationId),
          eq(generation.organizationId, ctx.orgId),
          eq(generation.memberId, memberId),
        ),
      );
    if (!row) throw notFound('generation');
    const end = await endGeneration(ctx, row.id, { stopped: true, why: 'stopped by the member' });
    if (!end) throw new AppError('conflict', say('generation.refused.ended'));
    return end;
  });
}
