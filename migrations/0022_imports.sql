create table csv_mappings (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  name text not null,
  number integer not null,
  terms jsonb not null,
  created_at timestamptz not null,
  created_by text not null,

  constraint csv_mappings_pk primary key (tenant_id, id),
  constraint csv_mappings_tenant foreign key (tenant_id) references tenants (id),
  constraint csv_mappings_one_number unique (tenant_id, name, number)
);
comment on table csv_mappings is 'Which column of a bank''s CSV is which field; a row never changes, and the same name again is the next number';
call keep_to_tenant('csv_mappings');
grant select, insert on csv_mappings to balance_app;

create table imports (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  connection_id text collate "C" not null,
  file jsonb not null,
  asked jsonb not null,
  mapping_id text collate "C",
  format text collate "C",
  state text collate "C" not null,
  row_at integer not null,
  counts jsonb not null,
  failure jsonb,
  ended_at timestamptz,

  constraint imports_pk primary key (tenant_id, id),
  constraint imports_connection foreign key (tenant_id, connection_id) references connections (tenant_id, id),
  constraint imports_mapping foreign key (tenant_id, mapping_id) references csv_mappings (tenant_id, id),
  constraint imports_state_known check (state in ('received', 'running', 'done', 'failed')),
  constraint imports_ended check ((ended_at is not null) = (state in ('done', 'failed')))
);
comment on table imports is 'Files of records, and how far each is taken in; their bytes are outside the database until then';
comment on column imports.row_at is 'Steps through the file that are done, written with what they brought: a job that was cut off goes on from there';
call keep_to_tenant('imports');
grant select, insert, update on imports to balance_app;

create table import_remarks (
  tenant_id text collate "C" not null default current_tenant(),
  import_id text collate "C" not null,
  place integer not null,
  line integer not null,
  kind text collate "C" not null,
  field text,
  detail text not null,

  constraint import_remarks_pk primary key (tenant_id, import_id, place),
  constraint import_remarks_import foreign key (tenant_id, import_id) references imports (tenant_id, id),
  constraint import_remarks_kind_known check (kind in ('bad', 'conflict', 'skipped', 'told'))
);
comment on table import_remarks is 'What was said of the rows of a file, the first ten thousand of each; places and reasons, and nothing of what the rows hold';
call keep_to_tenant('import_remarks');
grant select, insert on import_remarks to balance_app;
