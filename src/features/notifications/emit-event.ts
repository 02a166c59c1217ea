import type { Ctx } from '@/db/context';
import { teamEvent } from '@/db/schema/notifications';
import type { TeamEventType } from './event-types';

/** Tells the team's open pages that something changed; with `userId` only that person's. Call it inside the transaction. */
export async function emitEvent(
  ctx: Ctx,
  event: { type: TeamEventType; data?: Record<string, unknown>; userId?: string },
): Promise<void> {
  await ctx.db.insert(teamEvent).values({
    organizationId: ctx.orgId,
    userId: event.userId ?? null,
    type: event.type,
    data: event.data ?? {},
  });
}
