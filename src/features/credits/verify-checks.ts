/**
 * What a sound ledger satisfies, each rule as a query for the rows that break it: `subject`, `expected`, `found`. Nothing here
 * trusts a stored balance; everything is rebuilt from entries and holds.
 */
import { sql } from 'drizzle-orm';
import { type LedgerCheck, scope } from './verify-check';
import { OPERATION_CHECKS } from './verify-money-checks';

export const LEDGER_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'legs',
    rule: 'every transfer has exactly two entries: minus its amount on from, plus its amount on to',
    query: (orgId) => sql`
      select t.id as subject, 'two legs of ' || t.amount as expected,
        coalesce(string_agg(e.account_id || ' ' || e.delta, ', '), 'none') as found
      from ledger_transfer t left join ledger_entry e on e.transfer_id = t.id
      where ${scope(sql`t.organization_id`, orgId)}
      group by t.id
      having count(e.*) <> 2
        or count(*) filter (where e.account_id = t.from_account and e.delta = -t.amount) <> 1
        or count(*) filter (where e.account_id = t.to_account and e.delta = t.amount) <> 1`,
  },
  {
    name: 'tenant',
    rule: 'both accounts of a transfer, and the wallet of a hold, belong to its organization',
    query: (orgId) => sql`
      select l.id as subject, l.organization_id as expected, coalesce(a.organization_id, 'no account') as found
      from (
        select id, organization_id, from_account as account_id from ledger_transfer
        union all select id, organization_id, to_account from ledger_transfer
        union all select id, organization_id, wallet_account from credit_hold
      ) l left join ledger_account a on a.id = l.account_id
      where ${scope(sql`l.organization_id`, orgId)} and a.organization_id is distinct from l.organization_id`,
  },
  {
    name: 'kinds',
    rule: 'a transfer of each kind runs between the kinds of accounts it is for',
    query: (orgId) => sql`
      select t.id as subject, t.kind as expected, f.kind || ' → ' || g.kind as found
      from ledger_transfer t
      join ledger_account f on f.id = t.from_account
      join ledger_account g on g.id = t.to_account
      where ${scope(sql`t.organization_id`, orgId)} and (t.kind, f.kind, g.kind) not in (
        ('grant', 'world', 'pool'), ('grant', 'world', 'wallet'), ('purchase', 'world', 'pool'),
        ('allocate', 'pool', 'wallet'), ('reassign', 'wallet', 'wallet'), ('reclaim', 'wallet', 'pool'),
        ('promise', 'pool', 'promised'), ('promise_kept', 'promised', 'wallet'),
        ('promise_returned', 'promised', 'pool'), ('settle', 'wallet', 'consumed'),
        ('wallet_refund', 'consumed', 'wallet'), ('debt_repayment', 'pool', 'debt'),
        ('debt_repayment_returned', 'debt', 'pool'), ('debt_repayment_returned', 'debt', 'wallet'),
        ('money_refund', 'pool', 'refunded'), ('money_refund', 'wallet', 'refunded'),
        ('money_refund_returned', 'refunded', 'pool'), ('money_refund_returned', 'refunded', 'wallet'),
        ('chargeback', 'pool', 'refunded'), ('chargeback', 'wallet', 'refunded'), ('chargeback', 'debt', 'refunded'),
        ('chargeback_reversal', 'refunded', 'pool'), ('chargeback_reversal', 'refunded', 'wallet'),
        ('chargeback_reversal', 'refunded', 'debt'))`,
  },
  {
    name: 'accounts',
    rule: 'pool, wallet, promised and debt accounts have a balance row of their kind; the others have none',
    query: (orgId) => sql`
      select coalesce(a.id, b.account_id) as subject, coalesce(a.kind, 'no account') as expected,
        coalesce(b.kind, 'no balance row') as found
      from ledger_account a full join ledger_balance b on b.account_id = a.id
      where ${scope(sql`a.organization_id`, orgId)} and (
        a.id is null
        or (a.kind in ('pool', 'wallet', 'promised', 'debt') and b.kind is distinct from a.kind)
        or (a.kind in ('world', 'consumed', 'refunded') and b.account_id is not null))`,
  },
  {
    name: 'balances',
    rule: 'every balance is the sum of its entries',
    query: (orgId) => sql`
      select b.account_id as subject, coalesce(sum(e.delta), 0)::text as expected, b.posted::text as found
      from ledger_balance b
      join ledger_account a on a.id = b.account_id
      left join ledger_entry e on e.account_id = b.account_id
      where ${scope(sql`a.organization_id`, orgId)}
      group by b.account_id having coalesce(sum(e.delta), 0) <> b.posted`,
  },
  {
    name: 'versions',
    rule: 'the entries of a balance are numbered 1, 2, 3 … without a gap, up to its version',
    query: (orgId) => sql`
      select b.account_id as subject, '1…' || b.version as expected,
        count(e.version) || ' entries, ' || coalesce(min(e.version), 0) || '…' || coalesce(max(e.version), 0) as found
      from ledger_balance b
      join ledger_account a on a.id = b.account_id
      left join ledger_entry e on e.account_id = b.account_id
      where ${scope(sql`a.organization_id`, orgId)}
      group by b.account_id
      having count(e.*) <> b.version or coalesce(max(e.version), 0) <> b.version
        or count(distinct e.version) <> b.version or coalesce(min(e.version), 1) <> 1`,
  },
  {
    name: 'chain',
    rule: 'the balance after each entry is the balance before it plus its delta',
    query: (orgId) => sql`
      select subject, expected::text, found::text from (
        select e.transfer_id || ' on ' || e.account_id as subject, e.balance_after as found,
          e.delta + coalesce(lag(e.balance_after) over (partition by e.account_id order by e.version), 0) as expected
        from ledger_entry e join ledger_account a on a.id = e.account_id
        where ${scope(sql`a.organization_id`, orgId)} and a.kind in ('pool', 'wallet', 'promised', 'debt')
      ) links where found is distinct from expected`,
  },
  {
    name: 'held',
    rule: 'what a wallet holds is the sum of its holds without a resolution',
    query: (orgId) => sql`
      select b.account_id as subject, coalesce(sum(h.amount), 0)::text as expected, b.held::text as found
      from ledger_balance b
      join ledger_account a on a.id = b.account_id
      left join (credit_hold h left join hold_resolution r on r.hold_id = h.id)
        on h.wallet_account = b.account_id and r.hold_id is null
      where ${scope(sql`a.organization_id`, orgId)}
      group by b.account_id having coalesce(sum(h.amount), 0) <> b.held`,
  },
  {
    name: 'resolutions',
    rule: 'a resolution splits its hold exactly, and what it settled is one transfer from that wallet',
    query: (orgId) => sql`
      select r.hold_id as subject, h.amount || ' from ' || h.wallet_account as expected,
        r.settled || ' + ' || r.released || ' by ' || coalesce(t.id || ' of ' || t.amount, 'no transfer') as found
      from hold_resolution r
      join credit_hold h on h.id = r.hold_id
      left join ledger_transfer t on t.id = r.transfer_id
      where ${scope(sql`h.organization_id`, orgId)} and (
        r.settled + r.released <> h.amount
        or (r.settled = 0) <> (t.id is null)
        or (t.id is not null and (t.kind, t.from_account, t.amount, t.reference_id)
          is distinct from ('settle', h.wallet_account, r.settled, h.generation_id)))`,
  },
  {
    name: 'charges',
    rule: 'every charge belongs to the resolution of a hold',
    query: (orgId) => sql`
      select t.id as subject, 'a hold' as expected, 'none' as found
      from ledger_transfer t left join hold_resolution r on r.transfer_id = t.id
      where ${scope(sql`t.organization_id`, orgId)} and t.kind = 'settle' and r.hold_id is null`,
  },
  {
    name: 'spent',
    rule: "a wallet's spent counter is what was charged minus what was paid back",
    query: (orgId) => sql`
      select b.account_id as subject, coalesce(-sum(e.delta), 0)::text as expected, b.spent::text as found
      from ledger_balance b
      join ledger_account a on a.id = b.account_id
      left join (ledger_entry e join ledger_transfer t
        on t.id = e.transfer_id and t.kind in ('settle', 'wallet_refund')) on e.account_id = b.account_id
      where ${scope(sql`a.organization_id`, orgId)} and b.kind = 'wallet'
      group by b.account_id having coalesce(-sum(e.delta), 0) <> b.spent`,
  },
  {
    name: 'refunds',
    rule: 'a generation is never paid back more than it was charged',
    query: (orgId) => sql`
      select t.organization_id || ' ' || t.reference_id as subject,
        'at most ' || coalesce(max(r.settled), 0) as expected, sum(t.amount)::text as found
      from ledger_transfer t
      left join credit_hold h on h.organization_id = t.organization_id and h.generation_id = t.reference_id
      left join hold_resolution r on r.hold_id = h.id
      where ${scope(sql`t.organization_id`, orgId)} and t.kind = 'wallet_refund'
      group by t.organization_id, t.reference_id having sum(t.amount) > coalesce(max(r.settled), 0)`,
  },
  {
    name: 'promises',
    rule: 'each promise ends at most once, with the amount that was promised',
    query: (orgId) => sql`
      select t.organization_id || ' ' || t.reference_id as subject,
        'promised ' || coalesce(sum(t.amount) filter (where t.kind = 'promise'), 0) as expected,
        count(*) filter (where t.kind <> 'promise') || ' ends, '
          || coalesce(sum(t.amount) filter (where t.kind <> 'promise'), 0) as found
      from ledger_transfer t
      where ${scope(sql`t.organization_id`, orgId)} and t.kind in ('promise', 'promise_kept', 'promise_returned')
      group by t.organization_id, t.reference_id
      having count(*) filter (where t.kind = 'promise') <> 1
        or count(*) filter (where t.kind <> 'promise') > 1
        or (count(*) filter (where t.kind <> 'promise') = 1
          and sum(t.amount) filter (where t.kind = 'promise') <> sum(t.amount) filter (where t.kind <> 'promise'))`,
  },
  {
    name: 'closed',
    rule: 'a closed wallet keeps nothing beyond its running holds',
    query: (orgId) => sql`
      select b.account_id as subject, b.held::text as expected, b.posted::text as found
      from ledger_balance b join ledger_account a on a.id = b.account_id
      where ${scope(sql`a.organization_id`, orgId)} and b.closed and b.posted <> b.held`,
  },
  {
    name: 'world',
    rule: 'what came in equals pool + wallets + promised + used + refunded − owed',
    query: (orgId) => sql`
      select a.organization_id as subject,
        (-coalesce(sum(e.total) filter (where a.kind = 'world'), 0))::text as expected,
        (coalesce(sum(b.posted + b.spent), 0)
          + coalesce(sum(e.total) filter (where a.kind = 'refunded'), 0))::text as found
      from ledger_account a
      left join ledger_balance b on b.account_id = a.id
      left join (
        select e.account_id, sum(e.delta) as total
        from ledger_entry e join ledger_account x on x.id = e.account_id and x.kind in ('world', 'refunded')
        group by e.account_id
      ) e on e.account_id = a.id
      where ${scope(sql`a.organization_id`, orgId)}
      group by a.organization_id
      having -coalesce(sum(e.total) filter (where a.kind = 'world'), 0)
        <> coalesce(sum(b.posted + b.spent), 0) + coalesce(sum(e.total) filter (where a.kind = 'refunded'), 0)`,
  },
  ...OPERATION_CHECKS,
];
