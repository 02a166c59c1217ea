/** The trace every verb leaves in its own statement: who did what, and a hint to open pages to read the balances again. */
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { auditInsert } from '@/features/audit/record-audit';
import { eventInsert } from '@/features/notifications/emit-event';

export type Trace = {
  action: `credits.${string}`;
  subjectType: 'organization' | 'member' | 'payment' | 'invitation' | 'generation' | 'request';
  subjectId: string;
  /** What the operation's own answer (amount, transfer, whose hold) does not say. */
  data?: Record<string, unknown>;
  /** Whose wallets changed, as far as the caller knows. */
  memberIds?: string[];
};

/**
 * One statement that runs the operation and, when it moved something now, writes its audit event and the hint. A repeated request
 * and an operation that had nothing to do (null) leave none.
 */
export function withTrace(ctx: Ctx, operation: SQL, trace: Trace): SQL {
  const { action, subjectType, subjectId, data, memberIds = [] } = trace;
  const answer = sql`jsonb_strip_nulls(result - array['replayed', 'fromBalance', 'toBalance'])`;
  const moved = sql`from moved where not (result->>'replayed')::boolean`;
  return sql`with moved as materialized (select ${operation} as result),
    told as (${auditInsert(ctx, { action, subjectType, subjectId, data }, answer, moved)}),
    shown as (${eventInsert(ctx, { type: 'balance.changed', data: { memberIds } }, moved)})
    select result from moved`;
}
