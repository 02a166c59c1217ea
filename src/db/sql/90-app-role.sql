-- The role `headcraft_app` may do what the running product does and nothing more: no tables of its own, and no change to what is
-- append-only. It cannot sign in; the user in `DATABASE_URL` is a member of it (docs/deploying.md). Where the owner connects,
-- the triggers alone keep what is append-only.

-- What of a table the product needs.
create or replace function headcraft_privileges(p_schema text, p_table text) returns text[] language sql immutable as $$
  select case
    when p_schema = 'drizzle' or p_table = 'repeatable_migration' then array['SELECT']
    when p_table = any(array['ledger_account', 'ledger_transfer', 'ledger_entry', 'ledger_operation', 'credit_hold',
      'hold_resolution', 'audit_event', 'style_version']) then array['INSERT', 'SELECT']
    when p_table = 'ledger_balance' then array['INSERT', 'SELECT', 'UPDATE']
    else array['DELETE', 'INSERT', 'SELECT', 'UPDATE']
  end
$$;

-- Makes the role, if that is allowed, and gives it exactly these on every table there is. Called after each migration; what is
-- right already is not touched.
create or replace function headcraft_grant_app() returns void language plpgsql as $$
declare
  wrong record;
begin
  if to_regrole('headcraft_app') is null then
    begin
      create role headcraft_app nologin;
    exception
      -- Its owner may have to make it, once: docs/deploying.md.
      when insufficient_privilege then return;
      -- Another database of this server was faster.
      when duplicate_object or unique_violation then null;
    end;
  end if;
  for wrong in
    select n.nspname, c.relname, headcraft_privileges(n.nspname, c.relname) as wanted
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'pgboss', 'drizzle') and c.relkind in ('r', 'p')
      and headcraft_privileges(n.nspname, c.relname) is distinct from (
        select array_agg(a.privilege_type order by a.privilege_type) from aclexplode(c.relacl) a
        where a.grantee = to_regrole('headcraft_app')::oid
      )
  loop
    execute format('revoke all on %I.%I from headcraft_app', wrong.nspname, wrong.relname);
    execute format('grant %s on %I.%I to headcraft_app', array_to_string(wrong.wanted, ', '), wrong.nspname, wrong.relname);
  end loop;
  for wrong in
    select n.nspname from pg_namespace n
    where n.nspname in ('public', 'pgboss', 'drizzle')
      and not exists (select 1 from aclexplode(n.nspacl) a where a.grantee = to_regrole('headcraft_app')::oid)
  loop
    execute format('grant usage on schema %I to headcraft_app', wrong.nspname);
  end loop;
  for wrong in
    select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'pgboss') and c.relkind = 'S'
      and not exists (select 1 from aclexplode(c.relacl) a where a.grantee = to_regrole('headcraft_app')::oid)
  loop
    execute format('grant usage on sequence %I.%I to headcraft_app', wrong.nspname, wrong.relname);
  end loop;
end $$;
