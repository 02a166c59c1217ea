-- Holds. A hold is no transfer: it raises `held` on the wallet, and its one resolution lowers it again. Everything about a
-- hold happens under the lock of its wallet's balance row.

-- The wallet of the member a hold was made for. A caller who may act only on their own (`onlyMember` of the request) does not
-- see another's.
create or replace function ledger_holder(p_wallet text, p_meta jsonb) returns text language plpgsql as $$
declare
  holder text;
begin
  select member_id into holder from ledger_account where id = p_wallet;
  if holder is null or holder <> p_meta->>'onlyMember' then
    raise exception 'no hold' using errcode = 'HC404';
  end if;
  return holder;
end $$;

-- Sets credits aside for one generation.
create or replace function ledger_hold(
  p_org text, p_member text, p_generation text, p_amount integer, p_actor text
) returns jsonb language plpgsql as $$
declare
  wallet text := ledger_account_of(p_org, 'wallet', p_member);
  balance ledger_balance;
  hold credit_hold;
begin
  perform ledger_lock(wallet);
  select * into hold from credit_hold where generation_id = p_generation;
  if hold.id is not null then
    if hold.wallet_account <> wallet or hold.amount <> p_amount then
      raise exception 'another hold for this generation' using errcode = 'HC409';
    end if;
    return jsonb_build_object('holdId', hold.id, 'amount', hold.amount, 'replayed', true);
  end if;
  perform ledger_require_open(wallet);
  -- A chargeback locks every wallet before it writes a debt, so this read cannot miss one.
  if (select posted < 0 from ledger_balance where account_id = ledger_account_of(p_org, 'debt')) then
    raise exception 'the organization owes credits' using errcode = 'HC423', detail = '{"reason":"debt"}';
  end if;
  update ledger_balance set held = held + p_amount
    where account_id = wallet and posted - held >= p_amount;
  if not found then
    select * into balance from ledger_balance where account_id = wallet;
    raise exception 'too few credits' using errcode = 'HC402', detail = jsonb_build_object(
      'account', 'wallet', 'available', balance.posted - balance.held, 'needed', p_amount)::text;
  end if;
  insert into credit_hold (id, organization_id, wallet_account, generation_id, amount, actor, created_at)
    values (ledger_new_id('hld'), p_org, wallet, p_generation, p_amount, p_actor, ledger_now(p_org))
    returning * into hold;
  return jsonb_build_object('holdId', hold.id, 'amount', hold.amount, 'replayed', false);
end $$;

-- Moves what a closed wallet has unheld on to the pool. The caller holds the wallet's lock; the pool's comes last, as always.
create or replace function ledger_sweep(p_org text, p_meta jsonb, p_wallet text) returns void language plpgsql as $$
declare
  pool text := ledger_account_of(p_org, 'pool');
  unheld integer;
begin
  select posted - held into unheld from ledger_balance where account_id = p_wallet and closed;
  if unheld > 0 then
    perform ledger_lock(pool);
    perform ledger_move(p_org, p_meta || jsonb_build_object('key', (p_meta->>'key') || ':sweep'),
      'reclaim', p_wallet, pool, unheld);
  end if;
end $$;

-- Ends a hold, once: `p_settled` of it wallet → consumed, the rest freed. Zero voids it. The same end again answers the first
-- result; another end is refused.
create or replace function ledger_resolve_hold(
  p_org text, p_meta jsonb, p_generation text, p_settled integer
) returns jsonb language plpgsql as $$
declare
  hold credit_hold;
  resolution hold_resolution;
  receipt jsonb;
  holder text;
begin
  select * into hold from credit_hold where organization_id = p_org and generation_id = p_generation;
  holder := ledger_holder(hold.wallet_account, p_meta);
  perform ledger_lock(hold.wallet_account);
  select * into resolution from hold_resolution where hold_id = hold.id;
  if resolution.hold_id is not null then
    if resolution.settled <> p_settled then
      raise exception 'hold has ended' using errcode = 'HC423', detail = '{"reason":"resolved"}';
    end if;
    return jsonb_build_object('holdId', hold.id, 'settled', resolution.settled, 'released', resolution.released,
      'transferId', resolution.transfer_id, 'memberId', holder, 'replayed', true);
  end if;
  if p_settled > hold.amount then
    raise exception 'settles more than it holds' using errcode = 'HC423', detail = '{"reason":"over_hold"}';
  end if;
  update ledger_balance set held = held - hold.amount, spent = spent + p_settled
    where account_id = hold.wallet_account;
  if p_settled > 0 then
    receipt := ledger_move(p_org, p_meta, 'settle', hold.wallet_account,
      ledger_account_of(p_org, 'consumed'), p_settled);
  end if;
  insert into hold_resolution (hold_id, settled, released, transfer_id, actor, created_at)
    values (hold.id, p_settled, hold.amount - p_settled, receipt->>'transferId', p_meta->>'actor', ledger_now(p_org));
  perform ledger_sweep(p_org, p_meta, hold.wallet_account);
  return jsonb_build_object('holdId', hold.id, 'settled', p_settled, 'released', hold.amount - p_settled,
    'transferId', receipt->>'transferId', 'memberId', holder, 'replayed', false);
end $$;

-- Consumed → wallet: pays a settled generation back, in part or whole, never more than it was charged. When the member has
-- left, the credits go on to the pool.
create or replace function ledger_refund_wallet(
  p_org text, p_meta jsonb, p_generation text, p_amount integer
) returns jsonb language plpgsql as $$
declare
  wallet text;
  charged integer;
  refunded bigint;
  receipt jsonb;
  holder text;
begin
  select h.wallet_account, r.settled into wallet, charged
    from credit_hold h join hold_resolution r on r.hold_id = h.id
    where h.organization_id = p_org and h.generation_id = p_generation;
  holder := ledger_holder(wallet, p_meta);
  perform ledger_lock(wallet);
  receipt := ledger_first_result(p_org, p_meta);
  if receipt is not null then
    return receipt || jsonb_build_object('memberId', holder);
  end if;
  select coalesce(sum(amount), 0) into refunded from ledger_transfer
    where organization_id = p_org and kind = 'wallet_refund'
      and reference_type = 'generation' and reference_id = p_generation;
  if refunded + p_amount > charged then
    raise exception 'refunds more than was charged' using errcode = 'HC423', detail = '{"reason":"over_refund"}';
  end if;
  update ledger_balance set spent = spent - p_amount where account_id = wallet;
  receipt := ledger_move(p_org, p_meta, 'wallet_refund', ledger_account_of(p_org, 'consumed'), wallet, p_amount);
  perform ledger_sweep(p_org, p_meta, wallet);
  return receipt || jsonb_build_object('memberId', holder);
end $$;
