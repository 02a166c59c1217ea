/** What generations and the ledger must say of each other. */
import { sql } from 'drizzle-orm';
import { type LedgerCheck, scope } from '@/features/credits/verify-check';

export const HOLD_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'stuck holds',
    rule: 'every open hold belongs to a generation that waits or runs',
    query: (orgId) => sql`
      select h.id as subject, h.generation_id || ' queued or processing' as expected,
        coalesce(g.status, 'no generation') || ', ' || h.amount || ' held' as found
      from credit_hold h
      left join hold_resolution r on r.hold_id = h.id
      left join generation g on g.id = h.generation_id and g.organization_id = h.organization_id
      where ${scope(sql`h.organization_id`, orgId)} and r.hold_id is null
        and (g.status is null or g.status not in ('queued', 'processing'))`,
  },
];
