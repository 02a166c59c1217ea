import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { auditEvent } from '@/db/schema/audit';
import { actorLabel } from '@/lib/actor';
import { newId } from '@/lib/ids';

export type AuditEntry = {
  /** `domain.verb`, e.g. `credits.allocate`. */
  action: string;
  subjectType: string;
  subjectId: string;
  /** Facts a reader needs later. Never a secret, never anything about a face. */
  data?: Record<string, unknown>;
};

/** Writes who did what. Call it inside the transaction of what it tells: both happen or neither. */
export async function recordAudit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  await ctx.db.insert(auditEvent).values({
    id: newId('audit'),
    organizationId: ctx.orgId,
    actor: actorLabel(ctx.actor),
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    data: entry.data ?? {},
  });
}

/**
 * The same as a part of the statement that does it: an `insert … select`, one row for the row of `from` (`from … where …`).
 * `more` is jsonb that is added to the entry's data.
 */
export function auditInsert(ctx: Ctx, entry: AuditEntry, more: SQL, from: SQL): SQL {
  return sql`insert into audit_event (id, organization_id, actor, action, subject_type, subject_id, data)
    select ${newId('audit')}, ${ctx.orgId}, ${actorLabel(ctx.actor)}, ${entry.action}, ${entry.subjectType},
      ${entry.subjectId}, ${JSON.stringify(entry.data ?? {})}::jsonb || ${more} ${from}`;
}
