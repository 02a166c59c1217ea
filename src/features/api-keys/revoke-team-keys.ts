import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { apiKey } from '@/db/schema/api-keys';
import { say } from '@/texts/current-texts';

/** The team has ended: its keys open nothing any more, and their names, which somebody chose, are gone. */
export async function revokeTeamKeys(ctx: Ctx, now: Date): Promise<void> {
  const ofTeam = eq(apiKey.organizationId, ctx.orgId);
  await ctx.db
    .update(apiKey)
    .set({ revokedAt: now })
    .where(and(ofTeam, isNull(apiKey.revokedAt)));
  await ctx.db
    .update(apiKey)
    .set({ name: say('members.keys.ended') })
    .where(ofTeam);
}
