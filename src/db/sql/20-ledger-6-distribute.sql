-- Credits for many at once. `p_request`: mode ('even' or 'top-up'), amount (even; without one the whole pool), target (top-up),
-- and whom: memberIds, department, or everybody; `accounts` narrows it to wallets that are locked.

-- What each of the chosen present members would get now. "Top up to" counts what is free to spend: held credits are as good as
-- gone.
create or replace function ledger_shares(p_org text, p_request jsonb)
returns table (account_id text, member_id text, free bigint, amount bigint) language sql stable as $$
  select a.id, a.member_id, b.posted - b.held,
    case p_request->>'mode'
      when 'even' then coalesce((p_request->>'amount')::bigint, pool.posted) / count(*) over ()
      else greatest((p_request->>'target')::bigint - (b.posted - b.held), 0)
    end
  from member m
  join ledger_account a on a.organization_id = m.organization_id and a.kind = 'wallet' and a.member_id = m.id
  join ledger_balance b on b.account_id = a.id and not b.closed
  join ledger_account pool_account on pool_account.organization_id = m.organization_id and pool_account.kind = 'pool'
  join ledger_balance pool on pool.account_id = pool_account.id
  where m.organization_id = p_org
    and (p_request->'memberIds' is null or m.id in (select jsonb_array_elements_text(p_request->'memberIds')))
    and (p_request->>'department' is null or m.department = p_request->>'department')
    and (p_request->'accounts' is null or a.id in (select jsonb_array_elements_text(p_request->'accounts')))
$$;

-- What comes out as a whole, or why nothing can, all of it read at one moment. `expected` names it: the same people get the same
-- amounts. `shares` are those who get something.
drop function if exists ledger_plan(text, jsonb);
create or replace function ledger_distribution(p_org text, p_request jsonb) returns jsonb language plpgsql stable as $$
declare
  pool bigint;
  chosen integer;
  people integer;
  total bigint;
  needed bigint;
  expected text;
  shares jsonb;
begin
  if exists (select 1 from organization where id = p_org and kind = 'solo') then
    raise exception 'a team of one' using errcode = 'HC423', detail = '{"reason":"alone"}';
  end if;
  select b.posted into pool from ledger_balance b where b.account_id = ledger_account_of(p_org, 'pool');
  select count(*), count(*) filter (where amount > 0), coalesce(sum(amount), 0),
      md5(coalesce(string_agg(member_id || ' ' || amount, ',' order by member_id) filter (where amount > 0), '')),
      jsonb_agg(jsonb_build_object('account', account_id, 'memberId', member_id, 'free', free, 'amount', amount))
        filter (where amount > 0)
    into chosen, people, total, expected, shares from ledger_shares(p_org, p_request);
  if chosen < jsonb_array_length(p_request->'memberIds') then
    raise exception 'not all are members' using errcode = 'HC404';
  end if;
  if chosen = 0 then
    raise exception 'nobody is chosen' using errcode = 'HC423', detail = '{"reason":"nobody"}';
  end if;
  needed := case p_request->>'mode' when 'even' then coalesce((p_request->>'amount')::bigint, pool) else total end;
  if needed > pool then
    raise exception 'too few credits' using errcode = 'HC402',
      detail = jsonb_build_object('account', 'pool', 'available', pool, 'needed', needed)::text;
  end if;
  if people = 0 then
    raise exception 'nobody would get anything' using errcode = 'HC423', detail = jsonb_build_object(
      'reason', case p_request->>'mode' when 'even' then 'too_few_each' else 'all_have_enough' end)::text;
  end if;
  return jsonb_build_object('people', people, 'skipped', chosen - people, 'total', total, 'poolBefore', pool,
    'poolAfter', pool - total, 'expected', expected, 'shares', shares);
end $$;

-- The same for a reader: the first `p_rows` of the shares by name instead of all of them.
create or replace function ledger_preview(p_org text, p_request jsonb, p_rows integer) returns jsonb language sql stable as $$
  with distribution as materialized (select ledger_distribution(p_org, p_request) as outcome)
  select outcome - 'shares' || jsonb_build_object('rows', (
    select jsonb_agg(jsonb_build_object('memberId', id, 'name', name, 'department', department,
      'before', free, 'amount', amount) order by lower(name), id)
    from (
      select m.id, u.name, m.department, s.free, s.amount
      from jsonb_to_recordset(outcome->'shares') as s("memberId" text, free bigint, amount bigint)
      join member m on m.id = s."memberId" join "user" u on u.id = m.user_id
      order by lower(u.name), m.id limit p_rows
    ) shown
  )) from distribution
$$;

-- Pool → many wallets, all or nothing. With `p_expected` only the very outcome the caller saw.
create or replace function ledger_distribute(
  p_org text, p_meta jsonb, p_request jsonb, p_expected text
) returns jsonb language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  wallets text[];
  answer jsonb;
  outcome jsonb;
  moves jsonb;
begin
  select array_agg(account_id) into wallets from ledger_shares(p_org, p_request);
  perform ledger_lock(variadic wallets || pool);
  answer := ledger_first_answer(p_org, p_meta);
  if answer is not null then
    return answer;
  end if;
  -- The key of another request refuses here: a distribution shares the callers' keys with allocations.
  perform ledger_first_result(p_org, p_meta);
  -- Whoever joined after the locks were taken is not part of it.
  outcome := ledger_distribution(p_org,
    p_request || jsonb_build_object('accounts', coalesce(to_jsonb(wallets), '[]')));
  if outcome->>'expected' <> p_expected then
    raise exception 'balances changed' using errcode = 'HC423', detail = '{"reason":"changed"}';
  end if;
  select jsonb_agg(jsonb_build_object('kind', 'allocate', 'from', pool, 'to', account, 'amount', amount) order by account)
    into moves from jsonb_to_recordset(outcome->'shares') as s(account text, amount bigint);
  return ledger_operate(p_org, p_meta, 'distribute', moves,
    jsonb_build_object('people', outcome->'people', 'total', outcome->'total', 'poolAfter', outcome->'poolAfter'));
end $$;
