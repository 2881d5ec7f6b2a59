create table connection_secrets (
  tenant_id text collate "C" not null default current_tenant(),
  connection_id text collate "C" not null,
  name text collate "C" not null,
  key_id text collate "C" not null,
  sealed text collate "C" not null,
  sealed_at timestamptz not null,

  constraint connection_secrets_pk primary key (tenant_id, connection_id, name),
  constraint connection_secrets_connection foreign key (tenant_id, connection_id) references connections (tenant_id, id)
);
comment on table connection_secrets is 'Tokens of connections, sealed: nothing in the database opens them';
comment on column connection_secrets.key_id is 'The key that sealed it, so that what an old one sealed is found';
call keep_to_tenant('connection_secrets');
grant select, insert, update, delete on connection_secrets to balance_app;
