create table approvals (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  record_id text collate "C" not null,
  suggestion text collate "C",
  because text not null,
  confidence double precision not null,
  created_at timestamptz not null,
  lease_by text collate "C",
  lease_until timestamptz,
  state text collate "C" not null,
  verdict text,
  category_id text collate "C",
  decided_by text collate "C",
  note text,
  ended_at timestamptz,

  constraint approvals_pk primary key (tenant_id, id),
  constraint approvals_record foreign key (tenant_id, record_id) references records (tenant_id, id),
  constraint approvals_suggestion foreign key (tenant_id, suggestion) references categories (tenant_id, id),
  constraint approvals_category foreign key (tenant_id, category_id) references categories (tenant_id, id),
  constraint approvals_because_known check (
    because in ('rule_asks', 'nothing_alike', 'not_sure_enough', 'model_failed', 'model_undecided')),
  constraint approvals_lease_whole check ((lease_by is null) = (lease_until is null)),
  constraint approvals_state_whole check (case state
    when 'waiting' then num_nonnulls(verdict, category_id, decided_by, note, ended_at) = 0
    when 'decided' then verdict in ('approve', 'override', 'reject') and num_nulls(decided_by, ended_at) = 0
    when 'withdrawn' then num_nonnulls(verdict, category_id, decided_by, note) = 0 and ended_at is not null
    else false
  end)
);
create index approvals_by_state on approvals (tenant_id, state, id);
create unique index approvals_one_waiting on approvals (tenant_id, record_id) where state = 'waiting';
comment on table approvals is 'Records that a person must decide, and what was decided';
comment on column approvals.ended_at is 'When it was decided or withdrawn';
call keep_to_tenant('approvals');
grant select, insert, update on approvals to balance_app;
