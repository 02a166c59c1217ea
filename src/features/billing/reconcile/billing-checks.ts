/**
 * What billing's rows and the ledger must say of each other, each rule as a query for the rows that break it. The ledger has its
 * own checks and knows nothing of billing; the nightly job and `npm run verify-ledger` run all.
 */
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { type LedgerCheck, scope } from '@/features/credits/verify-check';

/** Credits that moved out for one refund or dispute, those that came back taken off. */
const moved = (key: SQL, backKey: SQL) => sql`(
  select coalesce(sum((o.result->>'credits')::int * case when o.idempotency_key = ${key} then 1 else -1 end), 0)
  from ledger_operation o
  where o.organization_id = r.organization_id and o.idempotency_key in (${key}, ${backKey}))`;

export const BILLING_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'payments',
    rule: 'every payment granted its credits once, and every purchase has its payment',
    query: (orgId) => sql`
      select coalesce(p.id, t.reference_id) as subject,
        coalesce(p.organization_id || ' ' || p.credits, 'no payment') as expected,
        coalesce(t.organization_id || ' ' || t.amount, 'no purchase') as found
      from (select * from payment where credits > 0) p
      full join (select * from ledger_transfer where kind = 'purchase') t
        on t.reference_type = 'payment' and t.reference_id = p.id
      where ${scope(sql`coalesce(p.organization_id, t.organization_id)`, orgId)}
        and (p.organization_id, p.credits) is distinct from (t.organization_id, t.amount)`,
  },
  {
    name: 'orders',
    rule: 'an order of credits is paid exactly when it has a payment, and grants what was ordered',
    query: (orgId) => sql`
      select o.id as subject, o.status || ' ' || o.credits as expected,
        coalesce('paid ' || p.credits, 'no payment') as found
      from purchase_order o left join payment p on p.order_id = o.id
      where ${scope(sql`o.organization_id`, orgId)} and o.kind <> 'plan'
        and ((o.status = 'paid') <> (p.id is not null) or p.credits <> o.credits
          or p.organization_id <> o.organization_id)`,
  },
  {
    name: 'refund credits',
    rule: 'a refund took exactly its credits; a failed one gave them back',
    query: (orgId) => sql`
      select subject, expected::text, found::text from (
        select r.id as subject, case when r.status = 'failed' then 0 else r.credits end as expected,
          ${moved(sql`'money-refund:' || r.id`, sql`'money-refund-returned:' || r.id`)} as found
        from refund r where ${scope(sql`r.organization_id`, orgId)}
      ) compared where expected <> found`,
  },
  {
    name: 'refund cents',
    rule: 'what a payment says went back is the sum of its refunds that were sent, and never more than was paid',
    query: (orgId) => sql`
      select p.id as subject, coalesce(sum(r.amount_cents), 0)::text as expected, p.refunded_cents::text as found
      from payment p
      left join refund r on r.payment_id = p.id
        and (r.status = 'succeeded' or (r.status = 'pending' and r.stripe_refund_id is not null))
      where ${scope(sql`p.organization_id`, orgId)}
      group by p.id having coalesce(sum(r.amount_cents), 0) <> p.refunded_cents`,
  },
  {
    name: 'dispute credits',
    rule: 'an open or lost dispute took exactly its credits; a won one gave them back',
    query: (orgId) => sql`
      select subject, expected::text, found::text from (
        select r.id as subject, case when r.status = 'won' then 0 else r.credits end as expected,
          ${moved(sql`'chargeback:' || r.id`, sql`'chargeback-reversal:' || r.id`)} as found
        from dispute r where ${scope(sql`r.organization_id`, orgId)}
      ) compared where expected <> found`,
  },
];
