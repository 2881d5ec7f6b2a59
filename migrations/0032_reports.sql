create table report_schedules (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  name text not null,
  created_at timestamptz not null,
  created_by text collate "C" not null,
  cron text not null,
  time_zone text not null,
  covers text collate "C" not null,
  terms jsonb not null,
  paused boolean not null,
  run integer not null,
  next_at timestamptz,
  last_report_id text collate "C",
  removed_at timestamptz,

  constraint report_schedules_pk primary key (tenant_id, id),
  constraint report_schedules_tenant foreign key (tenant_id) references tenants (id),
  constraint report_schedules_rests check (next_at is null or (not paused and removed_at is null))
);
comment on table report_schedules is 'Reports that are made again and again';
comment on column report_schedules.run is
  'Goes up whenever the next time is set: a job that waits for an earlier one does nothing';
call keep_to_tenant('report_schedules');
grant select, insert, update on report_schedules to balance_app;

create table reports (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text collate "C" not null,
  schedule_id text collate "C",
  terms jsonb not null,
  period jsonb not null,
  state text collate "C" not null,
  progress jsonb not null,
  tables jsonb,
  "rows" integer,
  files jsonb not null,
  writing text collate "C",
  ended_at timestamptz,
  erased_at timestamptz,

  constraint reports_pk primary key (tenant_id, id),
  constraint reports_tenant foreign key (tenant_id) references tenants (id),
  constraint reports_schedule foreign key (tenant_id, schedule_id) references report_schedules (tenant_id, id),
  constraint reports_state_known check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  constraint reports_ended check ((ended_at is not null) = (state in ('done', 'failed', 'cancelled'))),
  constraint reports_done_whole check (state <> 'done' or erased_at is not null or (tables is not null and "rows" is not null))
);
create index reports_of_schedule on reports (tenant_id, schedule_id, id) where schedule_id is not null;
comment on table reports is
  'Reports that were asked for, and their figures; the rows behind them stand in files, each in the file storage by its id';
comment on column reports.writing is
  'The file that is written just now: whoever does not find its own here has been overtaken, and takes its file away';
comment on column reports.erased_at is 'When its files, and figures that name people, went because a person''s data was erased';
call keep_to_tenant('reports');
grant select, insert, update on reports to balance_app;
-- To hold a row while it is removed asks for a right to update one column.
grant update (ended_at) on reports to balance_eraser;

update tenants set settings = jsonb_set(settings, '{retention,reports}', '730')
where settings ? 'retention' and not settings -> 'retention' ? 'reports';
