-- Operations between world, pool, wallets and promised. One call is one statement of the application: it locks, answers a
-- repeated key with the first result, and moves.

-- World → pool ('grant' or 'purchase'). A purchase first repays what the organization owes after a chargeback. What is left
-- goes on to the wallet of a team of one.
drop function if exists ledger_issue(text, jsonb, text, integer, text);
create or replace function ledger_issue(p_org text, p_meta jsonb, p_kind text, p_amount integer) returns jsonb
language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  debt text := ledger_account_of(p_org, 'debt');
  wallet text := ledger_solo_wallet(p_org);
  owed bigint;
  repaid integer := 0;
  receipt jsonb;
begin
  perform ledger_lock(wallet, debt, pool);
  receipt := ledger_first_result(p_org, p_meta);
  if receipt is not null then
    return receipt;
  end if;
  receipt := ledger_move(p_org, p_meta, p_kind, ledger_account_of(p_org, 'world'), pool, p_amount);
  if p_kind = 'purchase' then
    select -posted into owed from ledger_balance where account_id = debt;
    repaid := least(owed, p_amount);
    if repaid > 0 then
      perform ledger_move(p_org, p_meta || jsonb_build_object('key', (p_meta->>'key') || ':debt'),
        'debt_repayment', pool, debt, repaid);
    end if;
  end if;
  -- What was paid for arrives in any case: when the wallet has been closed meanwhile, in the pool.
  if wallet is not null and p_amount > repaid and not (select closed from ledger_balance where account_id = wallet) then
    perform ledger_move(p_org, p_meta || jsonb_build_object('key', (p_meta->>'key') || ':fill'),
      'allocate', pool, wallet, p_amount - repaid);
  end if;
  return receipt;
end $$;

-- World → wallet.
create or replace function ledger_grant_wallet(
  p_org text, p_meta jsonb, p_member text, p_amount integer
) returns jsonb language plpgsql as $$
declare
  wallet text := ledger_account_of(p_org, 'wallet', p_member);
  receipt jsonb;
begin
  perform ledger_lock(wallet);
  receipt := ledger_first_result(p_org, p_meta);
  if receipt is not null then
    return receipt;
  end if;
  perform ledger_require_open(wallet);
  return ledger_move(p_org, p_meta, 'grant', ledger_account_of(p_org, 'world'), wallet, p_amount);
end $$;

-- Pool → wallet.
create or replace function ledger_allocate(
  p_org text, p_meta jsonb, p_member text, p_amount integer
) returns jsonb language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  wallet text := ledger_account_of(p_org, 'wallet', p_member);
  receipt jsonb;
begin
  perform ledger_lock(wallet, pool);
  receipt := ledger_first_result(p_org, p_meta);
  if receipt is not null then
    return receipt;
  end if;
  perform ledger_require_open(wallet);
  return ledger_move(p_org, p_meta, 'allocate', pool, wallet, p_amount);
end $$;

-- Wallet → wallet.
create or replace function ledger_reassign(
  p_org text, p_meta jsonb, p_from_member text, p_to_member text, p_amount integer
) returns jsonb language plpgsql as $$
declare
  source text := ledger_account_of(p_org, 'wallet', p_from_member);
  target text := ledger_account_of(p_org, 'wallet', p_to_member);
  receipt jsonb;
begin
  perform ledger_lock(source, target);
  receipt := ledger_first_result(p_org, p_meta);
  if receipt is not null then
    return receipt;
  end if;
  perform ledger_require_open(source);
  perform ledger_require_open(target);
  return ledger_move(p_org, p_meta, 'reassign', source, target, p_amount);
end $$;

-- Wallet → pool, never what is held.
create or replace function ledger_reclaim(
  p_org text, p_meta jsonb, p_member text, p_amount integer
) returns jsonb language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  wallet text := ledger_account_of(p_org, 'wallet', p_member);
  receipt jsonb;
begin
  perform ledger_lock(wallet, pool);
  receipt := ledger_first_result(p_org, p_meta);
  if receipt is not null then
    return receipt;
  end if;
  perform ledger_require_open(wallet);
  return ledger_move(p_org, p_meta, 'reclaim', wallet, pool, p_amount);
end $$;

-- Closes the wallet of a member who leaves and moves everything unheld to the pool; `transferId` is null when nothing was left
-- to move. Holds still running end in the pool too: see `ledger_resolve_hold`.
create or replace function ledger_return_wallet(p_org text, p_meta jsonb, p_member text) returns jsonb
language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  wallet text := ledger_account_of(p_org, 'wallet', p_member);
  receipt jsonb;
  unheld integer;
  was_closed boolean;
begin
  perform ledger_lock(wallet, pool);
  receipt := ledger_first_result(p_org, p_meta);
  if receipt is not null then
    return receipt;
  end if;
  select closed into was_closed from ledger_balance where account_id = wallet;
  update ledger_balance set closed = true where account_id = wallet returning posted - held into unheld;
  if unheld = 0 then
    return jsonb_build_object('transferId', null, 'amount', 0, 'replayed', was_closed);
  end if;
  return ledger_move(p_org, p_meta, 'reclaim', wallet, pool, unheld);
end $$;

-- Pool → promised, for a pending invitation.
create or replace function ledger_promise(p_org text, p_meta jsonb, p_amount integer) returns jsonb language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  promised text := ledger_account_of(p_org, 'promised');
  receipt jsonb;
begin
  perform ledger_lock(promised, pool);
  receipt := ledger_first_result(p_org, p_meta);
  if receipt is not null then
    return receipt;
  end if;
  return ledger_move(p_org, p_meta, 'promise', pool, promised, p_amount);
end $$;

-- Ends the promise of one invitation: promised → wallet of `p_member`, or → pool when none is given. Keeping and returning
-- share one key, so only one of them ever happens. Answers null when nothing was promised.
create or replace function ledger_end_promise(
  p_org text, p_meta jsonb, p_invitation text, p_member text
) returns jsonb language plpgsql as $$
declare
  promised text := ledger_account_of(p_org, 'promised');
  target text := case when p_member is null
    then ledger_account_of(p_org, 'pool') else ledger_account_of(p_org, 'wallet', p_member) end;
  receipt jsonb;
  promised_amount integer;
begin
  perform ledger_lock(promised, target);
  if exists (
    select 1 from ledger_transfer
    where organization_id = p_org and idempotency_key = p_meta->>'key' and request_hash <> p_meta->>'hash'
  ) then
    raise exception 'promise has ended' using errcode = 'HC423', detail = '{"reason":"promise_ended"}';
  end if;
  receipt := ledger_first_result(p_org, p_meta);
  if receipt is not null then
    return receipt;
  end if;
  select amount into promised_amount from ledger_transfer
    where organization_id = p_org and kind = 'promise'
      and reference_type = 'invitation' and reference_id = p_invitation;
  if promised_amount is null then
    return null;
  end if;
  if p_member is not null then
    perform ledger_require_open(target);
  end if;
  return ledger_move(p_org, p_meta, case when p_member is null then 'promise_returned' else 'promise_kept' end,
    promised, target, promised_amount);
end $$;
