-- Made here too, whichever migration comes first.
do $$
begin
  begin
    create role balance_eraser nologin;
    comment on role balance_eraser is 'Balance: erases personal data and what was kept long enough, within one tenant';
  exception when duplicate_object or unique_violation then
    null;
  end;
  if not pg_has_role(current_user, 'balance_eraser', 'SET') then
    grant balance_eraser to current_user;
  end if;
end
$$;

-- The service itself still removes nothing of these: it takes the role for one statement at a time.
create or replace procedure let_erase(kept regclass, tenant_column text default 'tenant_id')
language plpgsql as $$
begin
  if not exists (select from pg_policy where polrelid = kept and polname = kept::text || '_eraser') then
    execute format(
      'create policy %I on %s to balance_eraser
         using (%3$I = (select current_tenant())) with check (%3$I = (select current_tenant()))',
      kept::text || '_eraser', kept, tenant_column);
  end if;
  execute format('grant select on %s to balance_eraser', kept);
  if kept::text not in ('tenants', 'events', 'event_heads') then
    execute format('grant delete on %s to balance_eraser', kept);
  end if;
end
$$;
comment on procedure let_erase(regclass, text) is
  'For migrations: lets the eraser read a table and remove rows of it, within the current tenant';
revoke execute on procedure let_erase(regclass, text) from public;

do $$
declare
  kept regclass;
begin
  for kept in
    select c.oid::regclass from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
  loop
    call let_erase(kept, case kept::text when 'tenants' then 'id' else 'tenant_id' end);
  end loop;
end
$$;

-- Later tables can be erased from their beginning.
create or replace procedure keep_to_tenant(kept regclass, tenant_column text default 'tenant_id')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', kept);
  execute format('alter table %s force row level security', kept);
  execute format(
    'create policy %I on %s to balance_app
       using (%3$I = (select current_tenant())) with check (%3$I = (select current_tenant()))',
    kept::text || '_tenant', kept, tenant_column);
  call let_erase(kept, tenant_column);
end
$$;

grant update (version, external_id, description, counterparty, attributes, search_text, fingerprint, settled_by_person,
  reasoning_trace, raw) on records to balance_eraser;
grant update (trace) on record_traces to balance_eraser;
grant update (fingerprint, content, raw) on record_conflicts to balance_eraser;
grant update (version, drafts, intake) on deliveries to balance_eraser;
grant update (version, note) on approvals to balance_eraser;
grant update (changes, undo) on rule_diffs to balance_eraser;
grant update (reason) on dead_letters to balance_eraser;
grant update (version, email, name) on members to balance_eraser;
-- To hold a row while it is removed asks for a right to update one column.
grant update (claimed_at) on inbox to balance_eraser;
grant update (at) on model_answers to balance_eraser;

alter table tenants add column erased_at timestamptz;
comment on column tenants.erased_at is 'When the tenant was erased: its row and the chain of its events are all that is left';

update tenants set settings = settings || '{"retention": {"raw_payloads": 365, "deliveries": 30, "idempotency": 30,
  "model_answers": 90, "dead_letters": 90, "invitations": 90}}';

-- Retention goes through all tenants; of each it learns the id.
create policy tenants_directory on tenants for select to balance_directory using (true);
grant select (id) on tenants to balance_directory;
