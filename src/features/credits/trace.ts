/** The trace every verb leaves in its own statement: who did what, and a hint to open pages to read the balances again. */
import type { Ctx } from '@/db/context';
import { auditInsert, auditValues } from '@/features/audit/record-audit';
import { eventInsert, eventValues } from '@/features/notifications/emit-event';

export type Trace = {
  action: `credits.${string}`;
  subjectType: 'organization' | 'member' | 'payment' | 'invitation' | 'generation' | 'request';
  subjectId: string;
  /** What the operation's own answer (amount, transfer, whose hold) does not say. */
  data?: Record<string, unknown>;
};

/** Values of the audit insert, which come between the operation's and the event's. */
const AUDIT_VALUES = 7;

/**
 * One statement that runs the operation, which has `$1` to `$count`, and, when it moved something now, writes its audit event and
 * the hint. A repeated request and an operation that had nothing to do (null) leave none.
 */
export function withTrace(operation: string, count: number): string {
  const answer = `jsonb_strip_nulls(result - array['replayed', 'fromBalance', 'toBalance'])`;
  const moved = `from moved where not (result->>'replayed')::boolean`;
  return `with moved as materialized (select ${operation} as result),
    told as (${auditInsert(count + 1, answer, moved)}),
    shown as (${eventInsert(count + 1 + AUDIT_VALUES, moved)})
    select result from moved`;
}

export function traceValues(ctx: Ctx, trace: Trace): unknown[] {
  const { action, subjectType, subjectId, data } = trace;
  return [
    ...auditValues(ctx, { action, subjectType, subjectId, data }),
    // Every member hears it, so it says nothing about anybody.
    ...eventValues(ctx, { type: 'balance.changed' }),
  ];
}
