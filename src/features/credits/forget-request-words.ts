import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { creditRequest } from '@/db/schema/credits';

/** What a member wrote when they asked for credits, and what they were answered, goes with their membership; the amounts stay. */
export async function forgetRequestWords(ctx: Ctx, memberId: string): Promise<void> {
  await ctx.db
    .update(creditRequest)
    .set({ note: null, answer: null })
    .where(and(eq(creditRequest.organizationId, ctx.orgId), eq(creditRequest.memberId, memberId)));
}
