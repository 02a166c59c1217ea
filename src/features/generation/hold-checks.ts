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
  {
    name: 'returned pictures',
    rule: 'a picture that was not its person was paid back once, and its generation says what came back',
    query: (orgId) => sql`
      with returned as (
        select organization_id, picture_id, generation_id, refunded from picture_verdict v
        where ${scope(sql`v.organization_id`, orgId)} and refunded is not null
      ),
      paid as (
        select substr(idempotency_key, length('refund:not-me:') + 1) as picture_id, reference_id, amount
        from ledger_transfer t
        where ${scope(sql`t.organization_id`, orgId)} and kind = 'wallet_refund'
          and idempotency_key like 'refund:not-me:%' and idempotency_key not like '%:sweep'
      )
      select coalesce(r.picture_id, p.picture_id) as subject, coalesce(r.refunded::text, 'nothing') || ' back' as expected,
        coalesce(p.amount::text, 'nothing') || ' paid back' as found
      from returned r full join paid p on p.picture_id = r.picture_id and p.reference_id = r.generation_id
      where r.refunded is distinct from p.amount
      union all
      select g.id, coalesce(sum(r.refunded), 0) || ' back', g.refunded || ' back'
      from generation g left join returned r on r.generation_id = g.id
      where ${scope(sql`g.organization_id`, orgId)} and (g.refunded <> 0 or r.picture_id is not null)
      group by g.id having g.refunded <> coalesce(sum(r.refunded), 0)`,
  },
];
