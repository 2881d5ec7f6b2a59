alter table rule_versions add column origin jsonb;
comment on column rule_versions.origin is 'The suggestion, override or import that the rule came from; null where a person wrote it';

update tenants set settings = settings || '{"requireBacktest": false}';

create table rule_backtests (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  ruleset_version integer not null,
  changes jsonb not null,
  filter jsonb not null,
  state text collate "C" not null,
  scanned_to text collate "C",
  report jsonb not null,
  ended_at timestamptz,
  activated_at timestamptz,

  constraint rule_backtests_pk primary key (tenant_id, id),
  constraint rule_backtests_state_known check (state in ('waiting', 'running', 'done', 'failed')),
  constraint rule_backtests_ended check ((ended_at is not null) = (state in ('done', 'failed')))
);
comment on table rule_backtests is 'What a change of the rules would do to the records that are stored; the differences are in rule_diffs';
comment on column rule_backtests.scanned_to is 'The last record looked at: a job that was cut off goes on from there';
call keep_to_tenant('rule_backtests');
grant select, insert, update on rule_backtests to balance_app;

create table rule_runs (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  rule_id text collate "C",
  backtest_id text collate "C",
  ruleset_version integer not null,
  filter jsonb not null,
  state text collate "C" not null,
  scanned_to text collate "C",
  counts jsonb not null,
  ended_at timestamptz,
  undone_by text,

  constraint rule_runs_pk primary key (tenant_id, id),
  constraint rule_runs_backtest foreign key (tenant_id, backtest_id) references rule_backtests (tenant_id, id),
  constraint rule_runs_one_cause check (num_nonnulls(rule_id, backtest_id) = 1),
  constraint rule_runs_state_known check (state in ('applying', 'applied', 'undoing', 'undone', 'failed')),
  constraint rule_runs_undone check ((undone_by is not null) = (state in ('undoing', 'undone')))
);
comment on table rule_runs is 'Rules applied to records that were decided already; what each changed is in rule_diffs, so that it can be undone';
call keep_to_tenant('rule_runs');
grant select, insert, update on rule_runs to balance_app;

create table rule_diffs (
  tenant_id text collate "C" not null default current_tenant(),
  owner_id text collate "C" not null,
  record_id text collate "C" not null,
  record_version integer not null,
  becomes text collate "C" not null,
  changes jsonb not null,
  undo jsonb,

  constraint rule_diffs_pk primary key (tenant_id, owner_id, record_id),
  constraint rule_diffs_record foreign key (tenant_id, record_id) references records (tenant_id, id),
  constraint rule_diffs_becomes_known check (becomes in ('settled', 'review', 'undecided', 'kept'))
);
comment on table rule_diffs is 'One row per record that a back-test found to change, or that a run changed';
comment on column rule_diffs.owner_id is 'The back-test or the run';
comment on column rule_diffs.record_version is 'Of a back-test the version compared, of a run the version written';
comment on column rule_diffs.undo is 'Of a run: what stood there before, and after an undo what became of it';
call keep_to_tenant('rule_diffs');
grant select, insert, update on rule_diffs to balance_app;

create table rule_overrides (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  rule_version integer not null,
  total integer not null,
  marks jsonb not null,
  flagged_at timestamptz,

  constraint rule_overrides_pk primary key (tenant_id, id)
);
comment on table rule_overrides is 'How often people changed what a rule had set';
comment on column rule_overrides.marks is 'The rule''s hit count at each of the latest overrides of rule_version';
call keep_to_tenant('rule_overrides');
grant select, insert, update on rule_overrides to balance_app;

create table rule_dismissals (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  dismissed_at timestamptz not null,
  dismissed_by text not null,

  constraint rule_dismissals_pk primary key (tenant_id, id)
);
comment on table rule_dismissals is 'Suggested rules that a person does not want to see again, by what they say';
call keep_to_tenant('rule_dismissals');
grant select, insert, update on rule_dismissals to balance_app;
