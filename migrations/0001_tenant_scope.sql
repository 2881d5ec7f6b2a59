-- Roles belong to the whole cluster, and two databases may be migrated at the same time: who comes second finds them.
-- The service's login role is a member of each and takes one per transaction: set_config('role', …, true).
do $$
declare
  wanted record;
begin
  for wanted in select * from (values
    ('balance_app', 'Balance: works inside one tenant; row security always applies'),
    ('balance_relay', 'Balance: reads and marks the outbox of every tenant, nothing else'),
    ('balance_directory', 'Balance: finds the tenant behind an API key, nothing else')
  ) as roles (name, purpose)
  loop
    begin
      execute format('create role %I nologin', wanted.name);
      execute format('comment on role %I is %L', wanted.name, wanted.purpose);
    exception when duplicate_object or unique_violation then
      null; -- made by another database's migration
    end;
    if not pg_has_role(current_user, wanted.name, 'SET') then
      execute format('grant %I to current_user', wanted.name);
    end if;
  end loop;
end
$$;

create extension if not exists vector;

-- A pooled connection holds '' after a transaction that set the tenant, so empty counts as none.
create function current_tenant() returns text
language plpgsql stable parallel safe as $$
declare
  tenant text := nullif(current_setting('app.tenant_id', true), '');
begin
  if tenant is null then
    raise exception 'no tenant in scope' using errcode = 'insufficient_privilege';
  end if;
  return tenant;
end
$$;
comment on function current_tenant() is
  'The tenant of this transaction, set as app.tenant_id; raises where there is none';

-- The sub-select in the policy is evaluated once per query, not once per row.
create procedure keep_to_tenant(kept regclass, tenant_column text default 'tenant_id')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', kept);
  execute format('alter table %s force row level security', kept);
  execute format(
    'create policy %I on %s to balance_app
       using (%3$I = (select current_tenant())) with check (%3$I = (select current_tenant()))',
    kept::text || '_tenant', kept, tenant_column);
end
$$;
comment on procedure keep_to_tenant(regclass, text) is
  'For migrations: forces row security on a table and lets the service see its current tenant''s rows only';
revoke execute on procedure keep_to_tenant(regclass, text) from public;
