/** What must hold of operations of several transfers, of money that left, and of answered requests. */
import { sql } from 'drizzle-orm';
import { type LedgerCheck, scope } from './verify-check';

export const OPERATION_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'entry_kinds',
    rule: 'an entry names the kind of its transfer',
    query: (orgId) => sql`
      select e.transfer_id || ' on ' || e.account_id as subject, t.kind as expected, coalesce(e.kind, 'none') as found
      from ledger_entry e join ledger_transfer t on t.id = e.transfer_id
      where ${scope(sql`t.organization_id`, orgId)} and e.kind is distinct from t.kind`,
  },
  {
    name: 'operations',
    rule: 'the transfers of an operation are of its organization and kind (a won dispute may undo repayments as well) and add up to its answer',
    query: (orgId) => sql`
      select o.id as subject, coalesce(o.result->>'credits', o.result->>'total') || ' by ' || o.kind as expected,
        coalesce(sum(t.amount), 0) || ' by ' || coalesce(string_agg(distinct t.kind, ', '), 'nothing') as found
      from ledger_operation o left join ledger_transfer t on t.operation_id = o.id
        and not (o.kind = 'chargeback_reversal' and t.kind = 'debt_repayment_returned')
      where ${scope(sql`o.organization_id`, orgId)}
      group by o.id
      having coalesce(sum(t.amount), 0) <> coalesce(o.result->>'credits', o.result->>'total')::bigint
        or bool_or(t.organization_id <> o.organization_id)
        or bool_or(t.kind <> case o.kind when 'distribute' then 'allocate' else o.kind end)`,
  },
  {
    name: 'taken_back',
    rule: 'of a payment, refunds and chargebacks never take more than its credits, nor give back more than they took',
    query: (orgId) => sql`
      select t.organization_id || ' ' || t.reference_id as subject,
        'between 0 and ' || coalesce(sum(t.amount) filter (where t.kind = 'purchase'), 0) as expected,
        sum(case when t.kind in ('money_refund', 'chargeback') then t.amount
          when t.kind in ('money_refund_returned', 'chargeback_reversal') then -t.amount else 0 end)::text as found
      from ledger_transfer t
      where ${scope(sql`t.organization_id`, orgId)} and t.reference_type = 'payment'
        and t.kind in ('purchase', 'money_refund', 'money_refund_returned', 'chargeback', 'chargeback_reversal')
      group by t.organization_id, t.reference_id
      having sum(case when t.kind in ('money_refund', 'chargeback') then t.amount
          when t.kind in ('money_refund_returned', 'chargeback_reversal') then -t.amount else 0 end)
        not between 0 and coalesce(sum(t.amount) filter (where t.kind = 'purchase'), 0)`,
  },
  {
    name: 'undone',
    rule: 'what undoes a refund or a chargeback gives back exactly what that one took, of the same payment',
    query: (orgId) => sql`
      select o.id as subject, o.reference_id || ' ' || (o.result->>'credits') as expected,
        coalesce(f.reference_id || ' ' || (f.result->>'credits'), 'nothing was taken') as found
      from ledger_operation o
      left join ledger_operation f on f.organization_id = o.organization_id and f.idempotency_key = case o.kind
        when 'money_refund_returned' then regexp_replace(o.idempotency_key, '^money-refund-returned:', 'money-refund:')
        else regexp_replace(o.idempotency_key, '^chargeback-reversal:', 'chargeback:') end
      where ${scope(sql`o.organization_id`, orgId)} and o.kind in ('money_refund_returned', 'chargeback_reversal')
        and (f.kind, f.reference_id, f.result->>'credits') is distinct from (
          case o.kind when 'money_refund_returned' then 'money_refund' else 'chargeback' end,
          o.reference_id, o.result->>'credits')`,
  },
  {
    name: 'debt',
    rule: 'what is owed is what chargebacks left owed, minus what purchases (as far as that was not undone) and won disputes repaid',
    query: (orgId) => sql`
      select a.organization_id as subject, (-coalesce(sum(case
          when t.kind in ('chargeback', 'debt_repayment_returned') and t.from_account = a.id then t.amount
          when t.kind in ('debt_repayment', 'chargeback_reversal') and t.to_account = a.id then -t.amount end), 0))::text
        as expected, b.posted::text as found
      from ledger_account a
      join ledger_balance b on b.account_id = a.id
      left join ledger_transfer t on t.organization_id = a.organization_id and a.id in (t.from_account, t.to_account)
        and t.kind in ('chargeback', 'debt_repayment', 'debt_repayment_returned', 'chargeback_reversal')
      where ${scope(sql`a.organization_id`, orgId)} and a.kind = 'debt'
      group by a.organization_id, b.posted
      having b.posted <> -coalesce(sum(case
        when t.kind in ('chargeback', 'debt_repayment_returned') and t.from_account = a.id then t.amount
        when t.kind in ('debt_repayment', 'chargeback_reversal') and t.to_account = a.id then -t.amount end), 0)`,
  },
  {
    name: 'repayments',
    rule: 'of a payment, no more than its credits repaid debts, and no more of that was undone than it repaid',
    query: (orgId) => sql`
      select t.organization_id || ' ' || t.reference_id as subject,
        'between 0 and ' || coalesce(sum(t.amount) filter (where t.kind = 'purchase'), 0) as expected,
        sum(case t.kind when 'debt_repayment' then t.amount when 'debt_repayment_returned' then -t.amount else 0 end)::text
          as found
      from ledger_transfer t
      where ${scope(sql`t.organization_id`, orgId)} and t.reference_type = 'payment'
        and t.kind in ('purchase', 'debt_repayment', 'debt_repayment_returned')
      group by t.organization_id, t.reference_id
      having sum(case t.kind when 'debt_repayment' then t.amount when 'debt_repayment_returned' then -t.amount else 0 end)
        not between 0 and coalesce(sum(t.amount) filter (where t.kind = 'purchase'), 0)`,
  },
  {
    name: 'requests',
    rule: 'an approved request has its one transfer to the asker, and no other request has any',
    query: (orgId) => sql`
      select coalesce(r.id, t.reference_id) as subject,
        coalesce(r.status || ' ' || coalesce(r.granted::text, ''), 'no request') as expected,
        coalesce(t.kind || ' of ' || t.amount, 'no transfer') as found
      from (select * from credit_request where status = 'approved') r
      full join (select * from ledger_transfer where reference_type = 'request') t
        on t.id = r.transfer_id and t.reference_id = r.id
      left join ledger_account a on a.id = t.to_account
      where ${scope(sql`coalesce(r.organization_id, t.organization_id)`, orgId)}
        and (t.kind, t.organization_id, t.amount, a.member_id)
          is distinct from ('allocate', r.organization_id, r.granted, r.member_id)`,
  },
];
