-- Ids are compared as bytes ("C"): they are base 32, sort by time of birth, and need no language.
create table tenants (
  id text collate "C" not null,
  version integer not null,
  name text not null,
  settings jsonb not null,
  created_at timestamptz not null,

  constraint tenants_pk primary key (id)
);
comment on table tenants is 'The companies; each sees its own row only';
call keep_to_tenant('tenants', 'id');
grant select, insert, update on tenants to balance_app;

create table members (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  email text not null,
  name text not null,
  role text not null,
  created_at timestamptz not null,
  removed_at timestamptz,

  constraint members_pk primary key (tenant_id, id),
  constraint members_tenant foreign key (tenant_id) references tenants (id),
  constraint members_role_known check (role in ('owner', 'admin', 'reviewer', 'viewer'))
);
create unique index members_one_per_email on members (tenant_id, email) where removed_at is null;
comment on table members is 'People in a tenant; who left stays for the history''s sake';
call keep_to_tenant('members');
grant select, insert, update on members to balance_app;

create table api_keys (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  name text not null,
  role text not null,
  scopes text[] not null,
  source_agent text not null,
  secret_hash text collate "C" not null,
  hint text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,

  constraint api_keys_pk primary key (tenant_id, id),
  constraint api_keys_tenant foreign key (tenant_id) references tenants (id),
  constraint api_keys_one_per_secret unique (secret_hash),
  constraint api_keys_role_known check (role in ('owner', 'admin', 'reviewer', 'viewer', 'agent')),
  constraint api_keys_secret_hashed check (secret_hash ~ '^[0-9a-f]{64}$')
);
comment on table api_keys is 'Keys of programs; only the SHA-256 of a secret is kept';
call keep_to_tenant('api_keys');
-- Signing in starts from a secret and learns the tenant: the one look-up across tenants, by hash.
create policy api_keys_directory on api_keys for select to balance_directory using (true);
grant select, insert, update on api_keys to balance_app;
grant select on api_keys to balance_directory;

create table connections (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  name text not null,
  kind text not null,
  is_default boolean not null,
  created_at timestamptz not null,

  constraint connections_pk primary key (tenant_id, id),
  constraint connections_tenant foreign key (tenant_id) references tenants (id),
  constraint connections_kind_known check (kind in ('api'))
);
create unique index connections_one_default on connections (tenant_id) where is_default;
comment on table connections is 'Sources of records; external ids are unique within one';
call keep_to_tenant('connections');
grant select, insert, update on connections to balance_app;

create table categories (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  name text not null,
  parent_id text collate "C",
  archived_at timestamptz,
  created_at timestamptz not null,

  constraint categories_pk primary key (tenant_id, id),
  constraint categories_tenant foreign key (tenant_id) references tenants (id),
  constraint categories_parent foreign key (tenant_id, parent_id) references categories (tenant_id, id),
  constraint categories_not_own_parent check (parent_id <> id)
);
create unique index categories_one_per_name on categories (tenant_id, name) where archived_at is null;
comment on table categories is 'The tenant''s closed set of labels; archived, never deleted';
call keep_to_tenant('categories');
grant select, insert, update on categories to balance_app;
