-- Hands the next generation to a worker, or nothing. One call of the application: it marks the row as taken, gives it a lease and
-- a new fence token, and writes the transition.
--
-- Who is next is decided by turns (self-clocked fair queueing: Golestani, INFOCOM 1994). Each organization that waits has a turn, a
-- number; the lowest is served, and its next turn is one share later. A share is 1 for Free, 1/2 for Plus and 1/3 for Pro: in the time
-- of one Free generation a team on Pro gets three. Who begins to wait stands one share behind the turn that was served last, so nobody
-- collects turns while they do not wait, and five hundred requests of one team keep nobody else's single one waiting. Among equal turns
-- the organization with fewer running goes first, then the higher priority, then the older request; within an organization the higher
-- priority, then the older.
--
-- Claims are taken one after the other (an advisory lock held for this statement), so the limit holds exactly. A row that somebody
-- is just cancelling is skipped, not waited for. Leases use this server's clock: machines' clocks differ.

-- What one generation of this priority (0, 10, 20) moves its organization's turn by.
create or replace function generation_share(p_priority integer) returns double precision language sql immutable as $$
  select 10.0 / (10 + greatest(p_priority, 0))
$$;

-- The turn in which each organization's first waiting generation would be taken, and whether it is written down already. Looks at
-- one row an organization, however long its queue is.
create or replace function generation_turns(p_engines text[]) returns table (
  organization_id text, generation_id text, priority integer, created_at timestamptz, turn double precision, kept boolean
) language sql stable as $$
  with recursive waiting as (
    (select g.organization_id from generation g where g.status = 'queued' order by g.organization_id limit 1)
    union all
    select (
      select g.organization_id from generation g
      where g.status = 'queued' and g.organization_id > w.organization_id
      order by g.organization_id limit 1
    )
    from waiting w where w.organization_id is not null
  ),
  served as (select coalesce(max(t.served), 0) as turn from generation_turn t)
  select w.organization_id, h.id, h.priority, h.created_at,
    case when t.next >= served.turn then t.next else served.turn + generation_share(h.priority) end,
    coalesce(t.next >= served.turn, false)
  from waiting w
  cross join served
  cross join lateral (
    select g.id, g.priority, g.created_at from generation g
    where g.organization_id = w.organization_id and g.status = 'queued'
      and g.available_at <= clock_timestamp() and g.engine = any(p_engines)
    -- As the index has it; anything else sorts the whole queue.
    order by g.priority desc nulls last, g.created_at, g.id
    limit 1
  ) h
  left join generation_turn t on t.organization_id = w.organization_id
$$;

create or replace function generation_claim(
  p_engines text[], p_worker text, p_lease_seconds integer, p_org_limit integer
) returns setof generation language plpgsql as $$
declare
  taken generation;
begin
  perform pg_advisory_xact_lock(727002);
  with running as (
    select organization_id, count(*) as count from generation
    where status = 'processing' group by organization_id
  ),
  waiting as materialized (select * from generation_turns(p_engines)),
  -- Whoever begins to wait keeps the turn they have now, so that it does not move away with the queue's time.
  begun as (
    insert into generation_turn as t (organization_id, next)
      select w.organization_id, w.turn from waiting w where not w.kept
      on conflict (organization_id) do update set next = excluded.next
  ),
  next as (
    select g.id
    from waiting w
    join generation g on g.id = w.generation_id
    left join running r on r.organization_id = w.organization_id
    where coalesce(r.count, 0) < p_org_limit and g.status = 'queued'
    order by w.turn, coalesce(r.count, 0), w.priority desc, w.created_at, w.generation_id
    limit 1
    for update of g skip locked
  )
  update generation g set
    status = 'processing', fence = g.fence + 1, attempts = g.attempts + 1,
    lease_until = clock_timestamp() + make_interval(secs => p_lease_seconds),
    claimed_at = clock_timestamp(), started_at = coalesce(g.started_at, clock_timestamp())
  from next where g.id = next.id
  returning g.* into taken;
  if taken.id is null then
    return;
  end if;
  update generation_turn t set served = t.next, next = t.next + generation_share(taken.priority)
    where t.organization_id = taken.organization_id;
  insert into generation_transition (generation_id, from_status, to_status, actor, why)
    values (taken.id, 'queued', 'processing', p_worker, 'taken, run ' || taken.attempts);
  return next taken;
end $$;
