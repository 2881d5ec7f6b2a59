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
  vector halfvec not null,

  constraint text_vectors_pk primary key (tenant_id, embedder, text_key),
  constraint text_vectors_text foreign key (tenant_id, text_key) references example_texts (tenant_id, text_key)
);
-- 512 half floats are 1 kB and stay in the row; as floats they would be moved out of it and fetched back one by one.
alter table text_vectors alter column vector set storage plain;
comment on table text_vectors is
  'Texts as unit vectors, per embedder, whose dimensions may differ; searched exactly';
call keep_to_tenant('text_vectors');
grant select, insert on text_vectors to balance_app;
