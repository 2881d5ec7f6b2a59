-- A query's text may have a vector too, so that a costly model is not asked about it twice: no example need have it.
alter table text_vectors drop constraint text_vectors_text;
-- By text first: when its examples come or go, its vectors are found whosever they are. By embedder they stand in order.
alter table text_vectors drop constraint text_vectors_pk,
  add constraint text_vectors_pk primary key (tenant_id, text_key, embedder);
alter table text_vectors add column live boolean not null default true;
-- Half floats compare as fast as full ones on a server, and take half the room in memory and on disk. The embedded
-- server, which compares them slowly, compares none: it is searched in the process.
alter table text_vectors alter column vector type halfvec using vector::halfvec;
alter table text_vectors alter column vector set storage external;
comment on column text_vectors.live is
  'Whether an example has the text, and it has a word: no other is near to anything. One that is not live saves asking the embedder again';
comment on column text_vectors.position is
  'The order in which they were added or became live or not: an embedded service reads only what is new';
grant update (live, position), delete on text_vectors to balance_app;
update text_vectors v set live = l2_norm(v.vector) > 0 and exists (
  select from example_keys e where e.tenant_id = v.tenant_id and e.key = v.text_key);

create index text_vectors_queries on text_vectors (tenant_id, embedder, position) where not live;

create table embedders_in_use (
  tenant_id text collate "C" not null default current_tenant(),
  serving text collate "C" not null,
  coming text collate "C",
  changed_at timestamptz not null,

  constraint embedders_in_use_pk primary key (tenant_id),
  constraint embedders_in_use_two check (coming <> serving)
);
comment on table embedders_in_use is 'Which embedder finds a tenant''s near texts, and which one embeds them anew, to serve once it has them all';
call keep_to_tenant('embedders_in_use');
grant select, insert, update on embedders_in_use to balance_app;
insert into embedders_in_use (tenant_id, serving, changed_at)
select distinct on (tenant_id) tenant_id, embedder, now() from text_vectors order by tenant_id, position desc;
