alter table api_keys
  add column replaces text collate "C",
  add column replaced_by text collate "C",
  add constraint api_keys_replaces foreign key (tenant_id, replaces) references api_keys (tenant_id, id),
  add constraint api_keys_replaced_by foreign key (tenant_id, replaced_by) references api_keys (tenant_id, id);
comment on column api_keys.replaces is 'The key that this one was made in place of';
comment on column api_keys.replaced_by is 'The key that was made in place of this one, which ends with the overlap';

-- Beside the keys and not in them: a use is no change of the key, and must not lose a race against one.
create table api_key_uses (
  tenant_id text collate "C" not null default current_tenant(),
  api_key_id text collate "C" not null,
  last_used_at timestamptz not null,

  constraint api_key_uses_pk primary key (tenant_id, api_key_id),
  constraint api_key_uses_of_keys foreign key (tenant_id, api_key_id) references api_keys (tenant_id, id)
);
comment on table api_key_uses is 'When keys were last used, to the minute; no row: never';
call keep_to_tenant('api_key_uses');
grant select on api_key_uses to balance_app;
-- Whoever finds the tenant behind a key notes that it was found: of many tenants at once, and nothing else of them.
create policy api_key_uses_directory on api_key_uses to balance_directory using (true) with check (true);
grant select, insert, update (last_used_at) on api_key_uses to balance_directory;
