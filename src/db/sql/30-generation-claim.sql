-- Hands the next generation to a worker, or nothing. One call of the application: it marks the row as taken, gives it a lease and
-- a new fence token, and writes the transition.
--
-- Who is next: highest priority first; then the organization with the fewest running; then the one longest unserved, so that
-- five hundred requests of one team do not starve another's single one; within an organization the oldest.
-- Claims are taken one after the other (an advisory lock held for this statement), so the limit holds exactly. A row that somebody
-- is just cancelling is skipped, not waited for. Leases use this server's clock: machines' clocks differ.
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
  heads as (
    select distinct on (organization_id) id, organization_id, priority, created_at
    from generation
    where status = 'queued' and available_at <= clock_timestamp() and engine = any(p_engines)
    order by organization_id, priority desc, created_at, id
  ),
  next as (
    select g.id
    from heads h
    join generation g on g.id = h.id
    left join running r on r.organization_id = h.organization_id
    where coalesce(r.count, 0) < p_org_limit and g.status = 'queued'
    order by h.priority desc, coalesce(r.count, 0),
      (select max(s.claimed_at) from generation s where s.organization_id = h.organization_id) nulls first,
      h.created_at, h.id
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
  insert into generation_transition (generation_id, from_status, to_status, actor, why)
    values (taken.id, 'queued', 'processing', p_worker, 'taken, run ' || taken.attempts);
  return next taken;
end $$;
