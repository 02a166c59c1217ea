-- What the ledger has recorded stays: no row of it is ever changed or removed. `refuse_change` is in 10-guards.sql.

create or replace trigger ledger_account_append_only before update or delete on ledger_account
  for each row execute function refuse_change();
create or replace trigger ledger_transfer_append_only before update or delete on ledger_transfer
  for each row execute function refuse_change();
create or replace trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function refuse_change();
create or replace trigger credit_hold_append_only before update or delete on credit_hold
  for each row execute function refuse_change();
create or replace trigger hold_resolution_append_only before update or delete on hold_resolution
  for each row execute function refuse_change();
create or replace trigger ledger_operation_append_only before update or delete on ledger_operation
  for each row execute function refuse_change();

-- `truncate` fires no row trigger.
create or replace trigger ledger_account_no_truncate before truncate on ledger_account
  for each statement execute function refuse_change();
create or replace trigger ledger_transfer_no_truncate before truncate on ledger_transfer
  for each statement execute function refuse_change();
create or replace trigger ledger_entry_no_truncate before truncate on ledger_entry
  for each statement execute function refuse_change();
create or replace trigger credit_hold_no_truncate before truncate on credit_hold
  for each statement execute function refuse_change();
create or replace trigger hold_resolution_no_truncate before truncate on hold_resolution
  for each statement execute function refuse_change();
create or replace trigger ledger_operation_no_truncate before truncate on ledger_operation
  for each statement execute function refuse_change();

-- A balance row moves with its entries, but is never removed.
create or replace trigger ledger_balance_stays before delete on ledger_balance
  for each row execute function refuse_change();
create or replace trigger ledger_balance_no_truncate before truncate on ledger_balance
  for each statement execute function refuse_change();

-- Entries that were written before they named the kind of their transfer get it once.
do $$ begin
  if exists (select 1 from ledger_entry where kind is null) then
    alter table ledger_entry disable trigger ledger_entry_append_only;
    update ledger_entry e set kind = t.kind from ledger_transfer t where t.id = e.transfer_id and e.kind is null;
    alter table ledger_entry enable trigger ledger_entry_append_only;
  end if;
end $$;
