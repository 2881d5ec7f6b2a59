alter table connections
  drop constraint connections_kind_known,
  add column settings jsonb,
  add column archived_at timestamptz,
  add constraint connections_kind_known check (kind in ('api', 'file', 'webhook', 'pull')),
  add constraint connections_settings_of_kind check ((settings is not null) = (kind in ('webhook', 'pull'))),
  add constraint connections_default_open check (not is_default or archived_at is null);
comment on column connections.settings is 'What the kind needs to know of its source; secrets are sealed in connection_secrets';

-- A webhook names a connection and learns the tenant: by id, and nothing but the ids.
create unique index connections_by_id on connections (id);
create policy connections_directory on connections for select to balance_directory using (true);
grant select (tenant_id, id) on connections to balance_directory;

create table connection_health (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  state text collate "C" not null,
  since timestamptz not null,
  failures_in_row integer not null,
  revoked_since timestamptz,
  last_success_at timestamptz,
  last_failure jsonb,
  next_try_at timestamptz,

  constraint connection_health_pk primary key (tenant_id, id),
  constraint connection_health_connection foreign key (tenant_id, id) references connections (tenant_id, id),
  constraint connection_health_state_known
    check (state in ('healthy', 'degraded', 'broken', 'needs_reauth', 'paused'))
);
comment on table connection_health is
  'How each connection does, as its tries told; beside the connection, whose version is for people who change it';
call keep_to_tenant('connection_health');
grant select, insert, update on connection_health to balance_app;

create table pull_states (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  run integer not null,
  position jsonb,
  watermark text,
  next_at timestamptz,
  authorisation jsonb,
  grant_state jsonb,

  constraint pull_states_pk primary key (tenant_id, id),
  constraint pull_states_connection foreign key (tenant_id, id) references connections (tenant_id, id)
);
comment on table pull_states is 'How far the pulls of a connection are; written in the transaction that keeps what they brought';
comment on column pull_states.grant_state is 'What is known of the tokens, which are sealed in connection_secrets';
call keep_to_tenant('pull_states');
grant select, insert, update on pull_states to balance_app;

create table mappings (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  connection_id text collate "C" not null,
  number integer not null,
  expression text not null,
  created_at timestamptz not null,
  created_by text collate "C" not null,

  constraint mappings_pk primary key (tenant_id, id),
  constraint mappings_connection foreign key (tenant_id, connection_id) references connections (tenant_id, id),
  constraint mappings_one_of_number unique (tenant_id, connection_id, number)
);
comment on table mappings is 'How payloads become records, by version; the highest number of a connection is in force';
call keep_to_tenant('mappings');
grant select, insert on mappings to balance_app;

create table payloads (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  connection_id text collate "C" not null,
  external_id text collate "C" not null,
  sha256 text collate "C" not null,
  body text collate "C",
  received_at timestamptz not null,
  state text collate "C" not null,
  failure jsonb,
  mapping_number integer,
  record_ids text[] not null,

  constraint payloads_pk primary key (tenant_id, id),
  constraint payloads_connection foreign key (tenant_id, connection_id) references connections (tenant_id, id),
  constraint payloads_once unique (tenant_id, connection_id, external_id, sha256),
  constraint payloads_state_known check (state in ('waiting', 'taken_in', 'failed', 'conflict'))
);
-- Erasing a record looks for the payloads that it came of.
create index payloads_by_record on payloads using gin (record_ids);
create index payloads_unsettled on payloads (tenant_id, connection_id, id) where state in ('waiting', 'failed');
comment on table payloads is 'What sources sent or listed, as it came: one webhook or one item of a page a row';
comment on column payloads.body is 'The very text that was signed; null once it was kept long enough, or erased';
call keep_to_tenant('payloads');
grant select, insert, update on payloads to balance_app;
grant update (version, body, failure, external_id) on payloads to balance_eraser;
