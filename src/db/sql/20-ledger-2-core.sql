-- The parts every ledger operation is made of. READ COMMITTED: an operation locks its balance rows first, and each statement
-- after that sees what others committed before the locks were granted. `p_meta` is what a transfer records about its request:
-- key, hash, actor, referenceType, referenceId, note.
--
-- Errors the application maps: HC402 too few credits (detail: account, available, needed), HC404 no such account or hold,
-- HC409 the key was used for another request, HC423 the operation does not fit the state.

-- Prefix, milliseconds since 1970 and 76 random bits in hexadecimal: sorts by time.
create or replace function ledger_new_id(p_prefix text) returns text language sql volatile as $$
  select p_prefix || '_'
    || lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
    || left(replace(gen_random_uuid()::text, '-', ''), 20)
$$;

-- When a move happens: now. The history of a demo team is made in a minute and reads like weeks, so its moves may be told their time
-- (`headcraft.told_time`, for one transaction): of no other team, never before what the team has, and never one to come, so that times
-- follow the order of the versions as everywhere.
create or replace function ledger_now(p_org text) returns timestamptz language plpgsql volatile as $$
declare
  told timestamptz := nullif(current_setting('headcraft.told_time', true), '')::timestamptz;
begin
  if told is null then
    return clock_timestamp();
  end if;
  if told > clock_timestamp()
    or not exists (select 1 from demo_team where organization_id = p_org)
    or exists (select 1 from ledger_transfer where organization_id = p_org and created_at > told) then
    raise exception 'no time to be told' using errcode = 'restrict_violation';
  end if;
  return told;
end $$;

create or replace function ledger_account_of(p_org text, p_kind text, p_member text default '') returns text
language plpgsql as $$
declare
  account text;
begin
  select id into account from ledger_account
    where organization_id = p_org and kind = p_kind and member_id = p_member;
  if account is null then
    raise exception 'no % account', p_kind using errcode = 'HC404';
  end if;
  return account;
end $$;

-- One order for everybody, the busiest row last: wallets by id, promised, debt, pool. So operations cannot deadlock.
create or replace function ledger_lock(variadic p_accounts text[]) returns void language plpgsql as $$
begin
  perform 1 from ledger_balance where account_id = any(p_accounts)
    order by array_position(array['wallet', 'promised', 'debt', 'pool'], kind), account_id
    for update;
end $$;

-- A transfer as its caller sees it. Built from the rows, so that a repeated request gets the very same answer.
create or replace function ledger_receipt(p_transfer text, p_replayed boolean) returns jsonb language sql as $$
  select jsonb_build_object(
    'transferId', t.id, 'amount', t.amount, 'replayed', p_replayed,
    'fromBalance', f.balance_after, 'toBalance', g.balance_after)
  from ledger_transfer t
  join ledger_entry f on f.transfer_id = t.id and f.account_id = t.from_account
  join ledger_entry g on g.transfer_id = t.id and g.account_id = t.to_account
  where t.id = p_transfer
$$;

-- The first result of this key, or null. Call it after `ledger_lock`.
create or replace function ledger_first_result(p_org text, p_meta jsonb) returns jsonb language plpgsql as $$
declare
  first_transfer ledger_transfer;
begin
  select * into first_transfer from ledger_transfer
    where organization_id = p_org and idempotency_key = p_meta->>'key';
  if first_transfer.id is null then
    return null;
  end if;
  if first_transfer.request_hash <> p_meta->>'hash' then
    raise exception 'key used for another request' using errcode = 'HC409';
  end if;
  return ledger_receipt(first_transfer.id, true);
end $$;

-- One leg: the account's balance moves, and its entry says by how much and to what. Answers the balance after it. World,
-- consumed and refunded have no balance row (nothing to contend for); their entries only collect.
drop function if exists ledger_leg(text, text, integer, timestamptz);
create or replace function ledger_leg(
  p_transfer text, p_kind text, p_account text, p_delta integer, p_at timestamptz
) returns bigint language plpgsql as $$
declare
  balance ledger_balance;
begin
  update ledger_balance set posted = posted + p_delta, version = version + 1
    where account_id = p_account returning * into balance;
  insert into ledger_entry (transfer_id, account_id, kind, version, delta, balance_after, created_at)
    values (p_transfer, p_account, p_kind, balance.version, p_delta, balance.posted, p_at);
  return balance.posted;
end $$;

-- Moves credits between two accounts whose balance rows the caller has locked. Answers the receipt.
create or replace function ledger_move(
  p_org text, p_meta jsonb, p_kind text, p_from text, p_to text, p_amount integer
) returns jsonb language plpgsql as $$
declare
  source ledger_balance;
  transfer text := ledger_new_id('trf');
  -- Taken under the locks: times follow the order of the versions.
  moved_at timestamptz := ledger_now(p_org);
begin
  select * into source from ledger_balance where account_id = p_from;
  if source.kind <> 'debt' and source.posted - source.held < p_amount then
    raise exception 'too few credits' using errcode = 'HC402', detail = jsonb_build_object(
      'account', source.kind, 'available', source.posted - source.held, 'needed', p_amount)::text;
  end if;
  insert into ledger_transfer (
    id, organization_id, kind, from_account, to_account, amount, idempotency_key, request_hash, actor,
    reference_type, reference_id, note, pictures, created_at
  ) values (
    transfer, p_org, p_kind, p_from, p_to, p_amount, p_meta->>'key', p_meta->>'hash', p_meta->>'actor',
    p_meta->>'referenceType', p_meta->>'referenceId', p_meta->>'note',
    case p_kind when 'settle' then (p_meta->>'pictures')::integer end, moved_at
  );
  return jsonb_build_object('transferId', transfer, 'amount', p_amount, 'replayed', false,
    'fromBalance', ledger_leg(transfer, p_kind, p_from, -p_amount, moved_at),
    'toBalance', ledger_leg(transfer, p_kind, p_to, p_amount, moved_at));
end $$;

-- Several moves in one go, in their order: `[{"kind", "from", "to", "amount"}, …]`, all of `p_operation`. A move may name a payment
-- of its own (`payment`); else it refers to what the operation does. The caller has locked the balance rows and made sure that
-- there is enough; the checks on the rows refuse anything else. The first transfer has the operation's own key, so that no other
-- request can use it. No loop: five thousand moves are four statements' work.
create or replace function ledger_move_all(p_org text, p_meta jsonb, p_operation text, p_moves jsonb) returns void
language sql as $$
  with moves as materialized (
    select ledger_new_id('trf') as id, kind, "from", "to", amount, payment, n, ledger_now(p_org) as moved_at
    from rows from (jsonb_to_recordset(p_moves) as (kind text, "from" text, "to" text, amount integer, payment text))
      with ordinality as m(kind, "from", "to", amount, payment, n)
  ),
  legs as (
    select id, kind, n, moved_at, "from" as account_id, -amount as delta from moves
    union all select id, kind, n, moved_at, "to", amount from moves
  ),
  placed as materialized (
    select l.*, b.version + row_number() over account as version, b.posted + sum(l.delta) over account as balance_after
    from legs l left join ledger_balance b on b.account_id = l.account_id
    window account as (partition by l.account_id order by l.n)
  ),
  transferred as (
    insert into ledger_transfer (
      id, organization_id, kind, from_account, to_account, amount, idempotency_key, request_hash, actor,
      reference_type, reference_id, note, operation_id, created_at
    )
    select id, p_org, kind, "from", "to", amount,
      case n when 1 then p_meta->>'key' else p_operation || ':' || n end, p_meta->>'hash', p_meta->>'actor',
      p_meta->>'referenceType', coalesce(payment, p_meta->>'referenceId'), p_meta->>'note', p_operation, moved_at
    from moves
  ),
  entered as (
    insert into ledger_entry (transfer_id, account_id, kind, version, delta, balance_after, created_at)
    select id, account_id, kind, version, delta, balance_after, moved_at from placed
  )
  update ledger_balance b set posted = b.posted + change.delta, version = b.version + change.count
  from (select account_id, sum(delta) as delta, count(*) as count from placed group by account_id) change
  where b.account_id = change.account_id
$$;

-- The first answer to this key of an operation of several transfers, or null. Call it after `ledger_lock`.
create or replace function ledger_first_answer(p_org text, p_meta jsonb) returns jsonb language plpgsql as $$
declare
  first_operation ledger_operation;
begin
  select * into first_operation from ledger_operation
    where organization_id = p_org and idempotency_key = p_meta->>'key';
  if first_operation.request_hash <> p_meta->>'hash' then
    raise exception 'key used for another request' using errcode = 'HC409';
  end if;
  -- Null when there is none.
  return first_operation.result || '{"replayed": true}';
end $$;

-- Writes an operation's answer and then makes its moves; amounts of zero are left out. Answers the answer.
create or replace function ledger_operate(
  p_org text, p_meta jsonb, p_kind text, p_moves jsonb, p_answer jsonb
) returns jsonb language plpgsql as $$
declare
  operation text := ledger_new_id('opn');
  answer jsonb := p_answer || jsonb_build_object('operationId', operation, 'replayed', false);
begin
  insert into ledger_operation (
    id, organization_id, kind, idempotency_key, request_hash, actor, reference_type, reference_id, result, created_at
  ) values (
    operation, p_org, p_kind, p_meta->>'key', p_meta->>'hash', p_meta->>'actor',
    p_meta->>'referenceType', p_meta->>'referenceId', answer, ledger_now(p_org)
  );
  perform ledger_move_all(p_org, p_meta, operation,
    jsonb_path_query_array(p_moves, '$[*] ? (@.amount > 0)'));
  return answer;
end $$;

-- Refuses a wallet whose member has left. Call it after `ledger_lock`.
create or replace function ledger_require_open(p_wallet text) returns void language plpgsql as $$
begin
  if (select closed from ledger_balance where account_id = p_wallet) then
    raise exception 'wallet is closed' using errcode = 'HC404';
  end if;
end $$;

-- The accounts of an organization; opening them again changes nothing.
create or replace function ledger_open_accounts(p_org text) returns void language plpgsql as $$
begin
  insert into ledger_account (id, organization_id, kind)
    select ledger_new_id('acc'), p_org, kind
    from unnest(array['world', 'pool', 'consumed', 'refunded', 'debt', 'promised']) as kind
    on conflict (organization_id, kind, member_id) do nothing;
  insert into ledger_balance (account_id, kind)
    select id, kind from ledger_account
    where organization_id = p_org and kind in ('pool', 'debt', 'promised')
    on conflict (account_id) do nothing;
end $$;

-- A membership's wallet; opening it again changes nothing. Answers the account.
create or replace function ledger_open_wallet(p_org text, p_member text) returns text language plpgsql as $$
declare
  wallet text;
begin
  insert into ledger_account (id, organization_id, kind, member_id)
    select ledger_new_id('acc'), p_org, 'wallet', id from member where id = p_member and organization_id = p_org
    on conflict (organization_id, kind, member_id) do nothing;
  wallet := ledger_account_of(p_org, 'wallet', p_member);
  insert into ledger_balance (account_id, kind) values (wallet, 'wallet') on conflict (account_id) do nothing;
  return wallet;
end $$;

-- The wallet of a team of one, which has no use for a pool; null for a real team.
create or replace function ledger_solo_wallet(p_org text) returns text language sql stable as $$
  select a.id from organization o
  join member m on m.organization_id = o.id
  join ledger_account a on a.organization_id = o.id and a.kind = 'wallet' and a.member_id = m.id
  where o.id = p_org and o.kind = 'solo'
  order by m.id limit 1
$$;

-- The last version of an account before a moment, 0 when there is none. Versions are gap-free and follow the time, so halving the
-- range finds it in some twenty steps, however long the history.
create or replace function ledger_version_before(p_account text, p_moment timestamptz) returns bigint
language plpgsql stable as $$
declare
  low bigint := 0;
  high bigint;
  middle bigint;
begin
  select version into high from ledger_balance where account_id = p_account;
  while low < high loop
    middle := (low + high + 1) / 2;
    if (select created_at < p_moment from ledger_entry where account_id = p_account and version = middle) then
      low := middle;
    else
      high := middle - 1;
    end if;
  end loop;
  return low;
end $$;
