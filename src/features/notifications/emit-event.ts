import type { Ctx } from '@/db/context';
import { teamEvent } from '@/db/schema/notifications';
import type { TeamEventType } from './event-types';

type NewEvent = { type: TeamEventType; data?: Record<string, unknown>; userId?: string };

/** Tells the team's open pages that something changed; with `userId` only that person's. Call it inside the transaction. */
export async function emitEvent(ctx: Ctx, event: NewEvent): Promise<void> {
  await ctx.db.insert(teamEvent).values({
    organizationId: ctx.orgId,
    userId: event.userId ?? null,
    type: event.type,
    data: event.data ?? {},
  });
}

/**
 * The same as a part of the statement that changes it: the text of an `insert … select`, one row for the row of `from`
 * (`from … where …`), with placeholders from `$first` on for `eventValues`.
 */
export function eventInsert(first: number, from: string): string {
  const [organization, user, type, data] = [0, 1, 2, 3].map((n) => `$${first + n}`);
  return `insert into team_event (organization_id, user_id, type, data)
    select ${organization}::text, ${user}::text, ${type}::text, ${data}::jsonb ${from}`;
}

export function eventValues(ctx: Ctx, event: NewEvent): unknown[] {
  return [ctx.orgId, event.userId ?? null, event.type, JSON.stringify(event.data ?? {})];
}
