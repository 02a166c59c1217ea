import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation } from '@/db/schema/generation';

const RUNNING = ['queued', 'processing'] as const;

/** Ids of generations that still need what is about to be deleted. */
export async function listRunningGenerations(
  ctx: Ctx,
  of: { photoSetId: string } | { memberId: string } | { generationId: string },
): Promise<string[]> {
  const scope =
    'photoSetId' in of
      ? eq(generation.photoSetId, of.photoSetId)
      : 'memberId' in of
        ? eq(generation.memberId, of.memberId)
        : eq(generation.id, of.generationId);
  const rows = await ctx.db
    .select({ id: generation.id })
    .from(generation)
    .where(and(eq(generation.organizationId, ctx.orgId), scope, inArray(generation.status, RUNNING)));
  return rows.map(({ id }) => id);
}
