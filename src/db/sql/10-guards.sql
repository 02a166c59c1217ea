-- Rules that several requests at once could break are kept by the database itself.

-- Audit events are append-only.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace trigger audit_event_append_only before update or delete on audit_event
  for each row execute function refuse_change();

-- `truncate` fires no row trigger.
create or replace trigger audit_event_no_truncate before truncate on audit_event
  for each statement execute function refuse_change();

-- A team always keeps an owner, until it has ended. The organization's row is locked so that two owners leaving at once are counted one after the other;
-- not against rows that refer to it, which somebody may be writing who has the leaver's wallet locked.
create or replace function keep_an_owner() returns trigger language plpgsql as $$
begin
  if old.role = 'owner' and (tg_op = 'DELETE' or new.role <> 'owner') then
    perform 1 from organization where id = old.organization_id and ended_at is null for no key update;
    if found and not exists (
      select 1 from member where organization_id = old.organization_id and role = 'owner' and id <> old.id
    ) then
      raise exception 'last owner' using errcode = 'restrict_violation', constraint = 'member_last_owner';
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create or replace trigger member_keep_an_owner before update or delete on member
  for each row execute function keep_an_owner();
