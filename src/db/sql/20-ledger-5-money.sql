-- Money leaves, and its credits with it: refunds, chargebacks, and both undone. Each is an operation of several transfers or of
-- none; its answer is kept in `ledger_operation`. Every transfer refers to the payment.

-- How many credits of a payment nobody has spent. The oldest credits are spent first, so what is left are the newest lots: of all
-- the credits that still exist, those that the later lots do not account for. A lot is a grant or a purchase; its capacity is
-- what it brought minus what was taken back of it and what of it repaid a debt, as far as neither was undone.
create or replace function ledger_unspent(p_org text, p_payment text) returns integer language plpgsql stable as $$
declare
  lot ledger_transfer;
  existing bigint;
  own bigint;
  later bigint;
begin
  select * into lot from ledger_transfer
    where organization_id = p_org and kind = 'purchase' and reference_type = 'payment' and reference_id = p_payment;
  if lot.id is null then
    raise exception 'no purchase' using errcode = 'HC404';
  end if;
  select coalesce(sum(b.posted), 0) into existing
    from ledger_account a join ledger_balance b on b.account_id = a.id
    where a.organization_id = p_org and a.kind in ('pool', 'wallet', 'promised');
  select coalesce(sum(capacity) filter (where id = lot.id), 0), coalesce(sum(capacity) filter (where id <> lot.id), 0)
    into own, later
    from (
      select t.id, greatest(t.amount - coalesce((
        select sum(case when x.kind in ('money_refund', 'chargeback', 'debt_repayment') then x.amount else -x.amount end)
        from ledger_transfer x
        where x.organization_id = p_org and x.reference_type = 'payment' and x.reference_id = t.reference_id
          and x.kind in ('money_refund', 'money_refund_returned', 'chargeback', 'chargeback_reversal',
            'debt_repayment', 'debt_repayment_returned')
      ), 0), 0) as capacity
      from ledger_transfer t
      where t.organization_id = p_org and t.kind in ('grant', 'purchase') and (t.created_at, t.id) >= (lot.created_at, lot.id)
    ) lots;
  return least(greatest(existing - later, 0), own);
end $$;

-- What of a payment was not taken back yet, by refunds or chargebacks.
create or replace function ledger_not_taken(p_org text, p_payment text) returns integer language plpgsql stable as $$
declare
  bought integer;
  taken bigint;
begin
  select amount into bought from ledger_transfer
    where organization_id = p_org and kind = 'purchase' and reference_type = 'payment' and reference_id = p_payment;
  if bought is null then
    raise exception 'no purchase' using errcode = 'HC404';
  end if;
  select coalesce(sum(case when kind in ('money_refund_returned', 'chargeback_reversal') then -amount else amount end), 0)
    into taken from ledger_transfer
    where organization_id = p_org and reference_type = 'payment' and reference_id = p_payment
      and kind in ('money_refund', 'money_refund_returned', 'chargeback', 'chargeback_reversal');
  return bought - taken;
end $$;

-- What a money refund may take from: the pool, and in a team of one its wallet, without what is held or owed.
create or replace function ledger_refundable(p_org text) returns bigint language sql stable as $$
  select greatest(coalesce(sum(b.posted - b.held), 0), 0)::bigint from ledger_account a
  join ledger_balance b on b.account_id = a.id
  where a.organization_id = p_org and (a.kind in ('pool', 'debt') or a.id = (select ledger_solo_wallet(p_org)))
$$;

-- Pool (then the wallet of a team of one) → refunded: as many of `p_credits` as the payment has unspent and the pool can give.
drop function if exists ledger_take_back(text, jsonb, text, integer);
create or replace function ledger_withdraw(
  p_org text, p_meta jsonb, p_payment text, p_credits integer
) returns jsonb language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  refunded text := ledger_account_of(p_org, 'refunded');
  wallet text := ledger_solo_wallet(p_org);
  answer jsonb;
  taken integer;
  from_pool integer;
begin
  perform ledger_lock(wallet, ledger_account_of(p_org, 'debt'), pool);
  answer := ledger_first_answer(p_org, p_meta);
  if answer is not null then
    return answer;
  end if;
  taken := least(p_credits, ledger_unspent(p_org, p_payment), ledger_refundable(p_org));
  select least(taken, posted) into from_pool from ledger_balance where account_id = pool;
  return ledger_operate(p_org, p_meta, 'money_refund', jsonb_build_array(
    jsonb_build_object('kind', 'money_refund', 'from', pool, 'to', refunded, 'amount', from_pool),
    jsonb_build_object('kind', 'money_refund', 'from', wallet, 'to', refunded, 'amount', taken - from_pool)
  ), jsonb_build_object('credits', taken));
end $$;

-- Where credits that come back to an account go: into it, or to the pool when it is a closed wallet.
create or replace function ledger_way_back(p_account text, p_pool text) returns text language sql stable as $$
  select case when exists (select 1 from ledger_balance where account_id = p_account and closed)
    then p_pool else p_account end
$$;

-- Refunded → where a money refund took it, because the money did not go out.
create or replace function ledger_return_refund(p_org text, p_meta jsonb, p_first_key text) returns jsonb
language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  first_operation ledger_operation;
  wallets text[];
  answer jsonb;
  moves jsonb;
begin
  select * into first_operation from ledger_operation
    where organization_id = p_org and idempotency_key = p_first_key;
  if first_operation.id is null then
    raise exception 'no refund' using errcode = 'HC404';
  end if;
  select array_agg(from_account) into wallets from ledger_transfer where operation_id = first_operation.id;
  perform ledger_lock(variadic wallets || pool);
  answer := ledger_first_answer(p_org, p_meta);
  if answer is not null then
    return answer;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('kind', 'money_refund_returned', 'from', to_account,
      'to', ledger_way_back(from_account, pool), 'amount', amount)), '[]') into moves
    from ledger_transfer where operation_id = first_operation.id;
  return ledger_operate(p_org,
    p_meta || jsonb_build_object('referenceType', 'payment', 'referenceId', first_operation.reference_id),
    'money_refund_returned', moves, jsonb_build_object('credits', first_operation.result->'credits'));
end $$;

-- A bank took a payment back: pool first, then what the wallets have unheld, in proportion (largest remainders round up), and
-- the rest becomes debt. Credits held and credits promised to people who were invited stay. At most what of the payment was not
-- taken back yet. A wallet that was opened while it waited for the locks may be filled already: then it lets go of them and takes
-- all of them again, because a wallet's lock never comes after the pool's.
create or replace function ledger_charge_back(
  p_org text, p_meta jsonb, p_payment text, p_credits integer
) returns jsonb language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  debt text := ledger_account_of(p_org, 'debt');
  refunded text := ledger_account_of(p_org, 'refunded');
  wallets text[];
  answer jsonb;
  amount integer;
  from_pool integer;
  from_wallets integer;
  shares jsonb;
begin
  loop
    begin
      select array_agg(id) into wallets from ledger_account where organization_id = p_org and kind = 'wallet';
      perform ledger_lock(variadic wallets || array[debt, pool]);
      if exists (
        select 1 from ledger_account where organization_id = p_org and kind = 'wallet' and id <> all(coalesce(wallets, '{}'))
      ) then
        raise exception 'another wallet was opened' using errcode = 'HC001';
      end if;
      exit;
    exception when sqlstate 'HC001' then
      -- What the block had locked is free again.
      null;
    end;
  end loop;
  answer := ledger_first_answer(p_org, p_meta);
  if answer is not null then
    return answer;
  end if;
  amount := least(p_credits, ledger_not_taken(p_org, p_payment));
  select least(amount, posted) into from_pool from ledger_balance where account_id = pool;
  with unheld as (
    select account_id, posted - held as free, (sum(posted - held) over ())::bigint as total from ledger_balance
    where account_id = any(wallets) and posted > held
  ),
  wanted as (
    select account_id, free, total, least(amount - from_pool, total) as credits from unheld
  ),
  parts as (
    select account_id, free * credits / total as whole, free * credits % total as remainder,
      credits - sum(free * credits / total) over () as missing
    from wanted
  ),
  taken as (
    select account_id,
      whole + case when row_number() over (order by remainder desc, account_id) <= missing then 1 else 0 end as credits
    from parts
  )
  select coalesce(sum(credits), 0), coalesce(jsonb_agg(jsonb_build_object('kind', 'chargeback', 'from', account_id,
      'to', refunded, 'amount', credits) order by account_id), '[]')
    into from_wallets, shares from taken;
  return ledger_operate(p_org, p_meta, 'chargeback',
    jsonb_build_array(jsonb_build_object('kind', 'chargeback', 'from', pool, 'to', refunded, 'amount', from_pool))
      || shares
      || jsonb_build_array(jsonb_build_object('kind', 'chargeback', 'from', debt, 'to', refunded,
        'amount', amount - from_pool - from_wallets)),
    jsonb_build_object('credits', amount, 'fromPool', from_pool, 'fromWallets', from_wallets,
      'owed', amount - from_pool - from_wallets));
end $$;

-- What purchases since a moment repaid of debts and nothing has undone, the newest first, up to `p_credits`.
create or replace function ledger_repayments(p_org text, p_since timestamptz, p_credits integer)
returns table (payment text, credits bigint) language sql stable as $$
  select payment, credits from (
    select payment, least(amount, p_credits - (sum(amount) over newest - amount)) as credits
    from (
      select reference_id as payment, created_at, id, amount - coalesce((
        select sum(x.amount) from ledger_transfer x
        where x.organization_id = p_org and x.kind = 'debt_repayment_returned'
          and x.reference_type = 'payment' and x.reference_id = t.reference_id
      ), 0) as amount
      from ledger_transfer t
      where organization_id = p_org and kind = 'debt_repayment' and created_at > p_since
    ) repayments
    window newest as (order by created_at desc, id desc)
  ) parts where credits > 0
$$;

-- The bank decided for us: what is still owed is repaid first, at most what this chargeback took from the pool or left owed; each
-- wallet gets back what was taken from it (a closed one gives it to the pool); the rest goes to the pool, in a team of one on to
-- its wallet. Had it been there all the time, purchases since would have repaid that much less: so it undoes their repayments
-- (debt → pool) before it goes to the pool by itself, and the credits are theirs again, not of the payment that was disputed.
create or replace function ledger_reverse_charge_back(p_org text, p_meta jsonb, p_first_key text) returns jsonb
language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  debt text := ledger_account_of(p_org, 'debt');
  refunded text := ledger_account_of(p_org, 'refunded');
  solo text := ledger_solo_wallet(p_org);
  first_operation ledger_operation;
  wallets text[];
  answer jsonb;
  repaid integer;
  to_wallets integer;
  shared integer;
  undone integer;
  undoings jsonb;
  shares jsonb;
begin
  select * into first_operation from ledger_operation
    where organization_id = p_org and idempotency_key = p_first_key;
  if first_operation.id is null then
    raise exception 'no chargeback' using errcode = 'HC404';
  end if;
  select array_agg(from_account) into wallets from ledger_transfer
    where operation_id = first_operation.id and from_account not in (pool, debt);
  perform ledger_lock(variadic wallets || array[solo, debt, pool]);
  answer := ledger_first_answer(p_org, p_meta);
  if answer is not null then
    return answer;
  end if;
  select coalesce(sum(amount), 0) into shared from ledger_transfer
    where operation_id = first_operation.id and from_account in (pool, debt);
  select least(-posted, shared) into repaid from ledger_balance where account_id = debt;
  select coalesce(sum(credits), 0), coalesce(jsonb_agg(jsonb_build_object('kind', 'debt_repayment_returned', 'from', debt,
      'to', coalesce(solo, pool), 'amount', credits, 'payment', payment)), '[]')
    into undone, undoings from ledger_repayments(p_org, first_operation.created_at, shared - repaid);
  select coalesce(sum(amount), 0), coalesce(jsonb_agg(jsonb_build_object('kind', 'chargeback_reversal', 'from', refunded,
      'to', ledger_way_back(from_account, pool), 'amount', amount) order by from_account), '[]')
    into to_wallets, shares
    from ledger_transfer where operation_id = first_operation.id and from_account not in (pool, debt);
  return ledger_operate(p_org,
    p_meta || jsonb_build_object('referenceType', 'payment', 'referenceId', first_operation.reference_id),
    'chargeback_reversal',
    undoings
      || jsonb_build_array(jsonb_build_object('kind', 'chargeback_reversal', 'from', refunded, 'to', debt,
        'amount', repaid + undone))
      || shares
      || jsonb_build_array(jsonb_build_object('kind', 'chargeback_reversal', 'from', refunded,
        'to', coalesce(solo, pool), 'amount', shared - repaid - undone)),
    jsonb_build_object('credits', shared + to_wallets, 'repaid', repaid, 'toWallets', to_wallets,
      'toPool', shared - repaid));
end $$;
