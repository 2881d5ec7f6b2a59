create table record_aliases (
  tenant_id text collate "C" not null default current_tenant(),
  connection_id text collate "C" not null,
  external_id text collate "C" not null,
  record_id text collate "C" not null,
  fingerprints text[] not null,
  guessed boolean not null,

  constraint record_aliases_pk primary key (tenant_id, connection_id, external_id),
  constraint record_aliases_record foreign key (tenant_id, record_id) references records (tenant_id, id)
);
create index record_aliases_of_record on record_aliases (tenant_id, record_id);
comment on table record_aliases is
  'External ids that a record had, or that a version of it bears: what arrives under one of them is of that record';
comment on column record_aliases.fingerprints is
  'Versions that came under the id and do not stand any more, so that none of them comes back';
comment on column record_aliases.guessed is
  'The record left the id for another that the source did not link to it; what is booked under it shows that to be wrong';
call keep_to_tenant('record_aliases');
grant select, insert, update, delete on record_aliases to balance_app;
grant update (external_id, fingerprints) on record_aliases to balance_eraser;

-- A table of its own, and rows only while they are pending: most records never are, and the hot table stays as it is.
create table pending_records (
  tenant_id text collate "C" not null default current_tenant(),
  record_id text collate "C" not null,
  connection_id text collate "C" not null,

  constraint pending_records_pk primary key (tenant_id, record_id),
  constraint pending_records_record foreign key (tenant_id, record_id) references records (tenant_id, id)
);
create index pending_records_by_connection on pending_records (tenant_id, connection_id);
comment on table pending_records is 'Records that are not booked yet at their source';
comment on column pending_records.connection_id is 'The record''s, which never changes: what is pending is looked for by it';
call keep_to_tenant('pending_records');
grant select, insert, delete on pending_records to balance_app;

alter table record_conflicts
  add column external_id text collate "C",
  add column pending boolean not null default false,
  add column reasons jsonb not null default '[]',
  add column resolved_at timestamptz,
  add column resolved_by text collate "C",
  add column verdict text collate "C",
  add column made_record_id text collate "C",
  add constraint record_conflicts_resolved_whole
    check ((resolved_at is null) = (verdict is null) and (resolved_by is null) = (verdict is null)),
  add constraint record_conflicts_verdict_known check (verdict in ('take_new', 'keep_old', 'both')),
  add constraint record_conflicts_made_by_both check ((made_record_id is null) or verdict = 'both'),
  add constraint record_conflicts_made_record
    foreign key (tenant_id, made_record_id) references records (tenant_id, id);
create index record_conflicts_open on record_conflicts (tenant_id, id) where resolved_at is null;
comment on table record_conflicts is
  'Other versions of a record that were not taken; each kind of it once, for a person to resolve';
comment on column record_conflicts.external_id is 'The id under which it came; null: the record''s own';
comment on column record_conflicts.made_record_id is 'The record that the version became, where it was another transaction';
comment on column record_conflicts.reasons is 'The identity fields that do not agree, and how; they quote nothing';
grant update (resolved_at, resolved_by, verdict, made_record_id) on record_conflicts to balance_app;
grant update (external_id) on record_conflicts to balance_eraser;
