create table examples (
  tenant_id text collate "C" not null default current_tenant(),
  record_id text collate "C" not null,
  category_id text collate "C" not null,
  decided_at timestamptz not null,

  constraint examples_pk primary key (tenant_id, record_id),
  constraint examples_record foreign key (tenant_id, record_id) references records (tenant_id, id),
  constraint examples_category foreign key (tenant_id, category_id) references categories (tenant_id, id)
);
create index examples_in_order on examples (tenant_id, decided_at, record_id) include (category_id);
comment on table examples is 'What people decided, one row per record, in the order in which they did: what is learned from';
insert into examples (tenant_id, record_id, category_id, decided_at)
select distinct on (tenant_id, record_id) tenant_id, record_id, category_id, decided_at from example_keys;
call keep_to_tenant('examples');
grant select, insert, delete on examples to balance_app;

create table learned (
  tenant_id text collate "C" not null default current_tenant(),
  version integer not null default 0,
  at timestamptz,
  examples integer,
  state jsonb,
  bytes bytea,
  claimed_at timestamptz,

  constraint learned_pk primary key (tenant_id),
  constraint learned_whole check (num_nulls(at, examples, state, bytes) = case version when 0 then 4 else 0 end)
);
comment on table learned is 'What was learned from a tenant''s examples; version 0: nothing yet, but somebody is at it';
comment on column learned.bytes is 'The text model: one signed byte per bucket and category';
comment on column learned.claimed_at is 'Since when somebody learns anew';
alter table learned alter column bytes set storage external;
call keep_to_tenant('learned');
grant select, insert, update on learned to balance_app;
