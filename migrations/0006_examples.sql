create table example_keys (
  tenant_id text collate "C" not null default current_tenant(),
  record_id text collate "C" not null,
  key text collate "C" not null,
  category_id text collate "C" not null,
  decided_at timestamptz not null,

  constraint example_keys_pk primary key (tenant_id, record_id, key),
  constraint example_keys_record foreign key (tenant_id, record_id) references records (tenant_id, id),
  constraint example_keys_category foreign key (tenant_id, category_id) references categories (tenant_id, id)
);
create index example_keys_latest on example_keys (tenant_id, key, decided_at desc, record_id desc);
comment on table example_keys is
  'What people decided, as memory: one row per key of the record, since equal keys vote';
call keep_to_tenant('example_keys');
grant select, insert, delete on example_keys to balance_app;

create table example_texts (
  tenant_id text collate "C" not null default current_tenant(),
  text_key text collate "C" not null,
  text text not null,

  constraint example_texts_pk primary key (tenant_id, text_key)
);
comment on table example_texts is
  'The texts that examples stand for, each once; they stay when their examples go, and then count no more';
call keep_to_tenant('example_texts');
grant select, insert on example_texts to balance_app;

create table text_vectors (
  tenant_id text collate "C" not null default current_tenant(),
  embedder text collate "C" not null,
  text_key text collate "C" not null,
  vector vector not null,
  position bigint not null generated always as identity,

  constraint text_vectors_pk primary key (tenant_id, embedder, text_key),
  constraint text_vectors_in_order unique (tenant_id, embedder, position),
  constraint text_vectors_text foreign key (tenant_id, text_key) references example_texts (tenant_id, text_key)
);
-- Kept in the row up to a page: a vector that was moved out would be fetched back for every comparison. Full floats,
-- because the embedded server compares half floats four times slower (2.3 against 10.4 ms for 2,000 of 512).
alter table text_vectors alter column vector set storage external;
alter table text_vectors set (toast_tuple_target = 8160);
comment on column text_vectors.position is 'The order in which they were added: an embedded service reads only what is new';
comment on table text_vectors is
  'Texts as unit vectors, per embedder, whose dimensions may differ; searched exactly';
call keep_to_tenant('text_vectors');
grant select, insert on text_vectors to balance_app;
