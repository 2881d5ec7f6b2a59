create table rule_sets (
  tenant_id text collate "C" not null default current_tenant(),
  version integer not null,
  set_at timestamptz not null,

  constraint rule_sets_pk primary key (tenant_id, version),
  constraint rule_sets_version_positive check (version > 0)
);
comment on table rule_sets is
  'One row per version of a tenant''s rules; the highest is in force. Its primary key lets one of two concurrent changes win';
call keep_to_tenant('rule_sets');
grant select, insert on rule_sets to balance_app;

create table rule_versions (
  tenant_id text collate "C" not null default current_tenant(),
  rule_id text collate "C" not null,
  set_from integer not null,
  set_to integer,
  position bigint not null,
  version integer not null,
  name text not null,
  enabled boolean not null,
  "when" jsonb not null,
  "then" jsonb not null,
  continue boolean not null,

  constraint rule_versions_pk primary key (tenant_id, rule_id, set_from),
  constraint rule_versions_set_from foreign key (tenant_id, set_from) references rule_sets (tenant_id, version),
  constraint rule_versions_set_to foreign key (tenant_id, set_to) references rule_sets (tenant_id, version),
  constraint rule_versions_span check (set_to > set_from)
);
create unique index rule_versions_in_force on rule_versions (tenant_id, rule_id) where set_to is null;
comment on table rule_versions is
  'A rule as it was from rule set set_from until before set_to (null: in force), so that every earlier rule set can be read';
comment on column rule_versions.position is
  'Orders the rules of a set; gapped, so that moving one rule writes one row';
call keep_to_tenant('rule_versions');
grant select, insert, update on rule_versions to balance_app;

create table rule_hits (
  tenant_id text collate "C" not null default current_tenant(),
  rule_id text collate "C" not null,
  hits bigint not null,
  last_hit_at timestamptz not null,

  constraint rule_hits_pk primary key (tenant_id, rule_id)
)
with (fillfactor = 50); -- updated all the time: room on the page keeps the updates off the index
comment on table rule_hits is 'How often each rule matched, whatever its version';
call keep_to_tenant('rule_hits');
grant select, insert, update on rule_hits to balance_app;
