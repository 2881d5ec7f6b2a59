alter table approvals add column inclusion double precision not null default 1;
alter table approvals drop constraint approvals_because_known;
alter table approvals add constraint approvals_because_known check (
  because in ('rule_asks', 'nothing_alike', 'not_sure_enough', 'model_failed', 'model_undecided', 'audit'));
alter table approvals add constraint approvals_inclusion_chance check (
  inclusion > 0 and inclusion <= 1 and (because = 'audit' or inclusion = 1));
-- Whether a tenant was ever asked to audit is looked up with each small batch.
create index approvals_audits on approvals (tenant_id, id) where because = 'audit';
comment on column approvals.inclusion is 'The chance with which the record was chosen for a person to look at';

create table proposal_outcomes (
  tenant_id text collate "C" not null default current_tenant(),
  record_id text collate "C" not null,
  source text collate "C",
  proposed text collate "C",
  decided text collate "C",
  was_right boolean not null generated always as (coalesce(proposed = decided, false)) stored,
  score double precision not null,
  learned integer,
  settled boolean not null,
  inclusion double precision,
  among_candidates boolean not null,
  decided_at timestamptz not null,

  constraint proposal_outcomes_pk primary key (tenant_id, record_id),
  constraint proposal_outcomes_record foreign key (tenant_id, record_id) references records (tenant_id, id),
  constraint proposal_outcomes_proposed foreign key (tenant_id, proposed) references categories (tenant_id, id),
  constraint proposal_outcomes_decided foreign key (tenant_id, decided) references categories (tenant_id, id),
  constraint proposal_outcomes_source_known check (source in ('rule', 'similarity', 'model')),
  constraint proposal_outcomes_proposal_whole check (
    (source is null) = (proposed is null) and (source is not null or not settled)),
  constraint proposal_outcomes_inclusion_chance check (inclusion > 0 and inclusion <= 1)
);
create index proposal_outcomes_in_time on proposal_outcomes (tenant_id, decided_at);
create index proposal_outcomes_audited on proposal_outcomes (tenant_id, decided_at)
  where settled and inclusion is not null;
comment on table proposal_outcomes is 'What people said about what was proposed: one row per record, the latest wins';
comment on column proposal_outcomes.inclusion is
  'The chance with which a person looked at the record; null where someone came across it';
call keep_to_tenant('proposal_outcomes');
grant select, insert, update on proposal_outcomes to balance_app;

create table source_trust (
  tenant_id text collate "C" not null default current_tenant(),
  source text collate "C" not null,
  distrusted_before timestamptz,
  dropped_at timestamptz not null,

  constraint source_trust_pk primary key (tenant_id, source),
  constraint source_trust_source_known check (source in ('rule', 'similarity', 'model'))
);
comment on table source_trust is 'Sources of decisions that were found to be right less often than promised';
comment on column source_trust.distrusted_before is 'Evidence from before does not count; null: all does again';
call keep_to_tenant('source_trust');
grant select, insert, update on source_trust to balance_app;

create table example_rejections (
  tenant_id text collate "C" not null default current_tenant(),
  text_key text collate "C" not null,
  category_id text collate "C" not null,
  rejected_at timestamptz not null,

  constraint example_rejections_pk primary key (tenant_id, text_key, category_id),
  constraint example_rejections_category foreign key (tenant_id, category_id) references categories (tenant_id, id)
);
comment on table example_rejections is
  'Categories that people turned down for a text; a row goes when a person gives the text that category';
call keep_to_tenant('example_rejections');
grant select, insert, update, delete on example_rejections to balance_app;
