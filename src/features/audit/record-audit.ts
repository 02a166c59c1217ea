import type { Ctx } from '@/db/context';
import { auditEvent } from '@/db/schema/audit';
import { actorLabel } from '@/lib/actor';
import { newId } from '@/lib/ids';

/** Nothing for a text with a hyphen. */
type Snake<Action extends string> = Action extends `${string}-${string}` ? never : unknown;

export type AuditEntry<Action extends string = string> = {
  /** `domain.verb`, words joined by underscores: `credits.take_back`. The log is for ever, so a name is too. */
  action: Action & Snake<Action>;
  subjectType: string;
  subjectId: string;
  /** Facts a reader needs later. Never a secret, never anything about a face. */
  data?: Record<string, unknown>;
};

/** Writes who did what. Call it inside the transaction of what it tells: both happen or neither. */
export async function recordAudit<Action extends string>(ctx: Ctx, entry: AuditEntry<Action>): Promise<void> {
  await ctx.db.insert(auditEvent).values({
    id: newId('audit'),
    organizationId: ctx.orgId,
    actor: actorLabel(ctx.actor),
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    data: factsOf(ctx, entry),
  });
}

/**
 * The same as a part of the statement that does it: the text of an `insert … select`, one row for the row of `from`
 * (`from … where …`), with placeholders from `$first` on for `auditValues`. `more` is jsonb that is added to the entry's data.
 */
export function auditInsert(first: number, more: string, from: string): string {
  const [id, organization, actor, action, type, subject, data] = [0, 1, 2, 3, 4, 5, 6].map(
    (n) => `$${first + n}`,
  );
  return `insert into audit_event (id, organization_id, actor, action, subject_type, subject_id, data)
    select ${id}::text, ${organization}::text, ${actor}::text, ${action}::text, ${type}::text, ${subject}::text,
      ${data}::jsonb || ${more} ${from}`;
}

export function auditValues(ctx: Ctx, entry: AuditEntry): unknown[] {
  const { action, subjectType, subjectId } = entry;
  const facts = JSON.stringify(factsOf(ctx, entry));
  return [newId('audit'), ctx.orgId, actorLabel(ctx.actor), action, subjectType, subjectId, facts];
}

/** Staff never act without their reason beside it, and a personal token is named beside its member. */
function factsOf({ actor }: Ctx, { data = {} }: AuditEntry): Record<string, unknown> {
  if (actor.kind === 'member' && actor.keyId) return { ...data, key: actor.keyId };
  return actor.kind === 'staff' ? { ...data, reason: actor.reason } : data;
}
