create table review_queues (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  name text not null,
  position integer not null,
  conditions jsonb not null,
  assignees jsonb not null,
  sla_hours integer,
  created_at timestamptz not null,
  removed_at timestamptz,

  constraint review_queues_pk primary key (tenant_id, id),
  constraint review_queues_tenant foreign key (tenant_id) references tenants (id),
  constraint review_queues_sla_positive check (sla_hours > 0)
);
comment on table review_queues is
  'How a tenant sorts what waits for people. What is in which is computed whenever it is asked: age alone moves items';
comment on column review_queues.position is 'The first queue whose conditions hold takes an item';
comment on column review_queues.assignees is 'Members and roles that are asked; none: everybody who may decide';
call keep_to_tenant('review_queues');
grant select, insert, update on review_queues to balance_app;
