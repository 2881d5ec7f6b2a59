-- What identity providers know: ids are theirs, with the provider's name before them, `clerk:org_…`.
create table external_organisations (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  linked_at timestamptz not null,
  named jsonb,
  ended boolean not null,

  constraint external_organisations_pk primary key (tenant_id, id),
  constraint external_organisations_tenant foreign key (tenant_id) references tenants (id),
  constraint external_organisations_one_tenant unique (id),
  constraint external_organisations_one_each unique (tenant_id)
);
comment on table external_organisations is 'Which organisation of an identity provider a tenant is linked to';
call keep_to_tenant('external_organisations');
grant select, insert, update on external_organisations to balance_app;
-- A token or a webhook names an organisation or a user and learns the tenants: by id, and nothing but the ids.
create policy external_organisations_directory on external_organisations
  for select to balance_directory using (true);
grant select (tenant_id, id) on external_organisations to balance_directory;

create table external_members (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  member_id text collate "C",
  profile jsonb,
  memberships jsonb not null,
  vouched jsonb,

  constraint external_members_pk primary key (tenant_id, id),
  constraint external_members_tenant foreign key (tenant_id) references tenants (id),
  constraint external_members_member foreign key (tenant_id, member_id) references members (tenant_id, id),
  constraint external_members_one_each unique (tenant_id, member_id)
);
create index external_members_by_user on external_members (id);
comment on table external_members is
  'What an identity provider told of a user in an organisation; ended memberships stay, so that a late word brings nobody back';
call keep_to_tenant('external_members');
grant select, insert, update on external_members to balance_app;
-- To erase a person takes names and addresses out.
grant update (version, profile, memberships) on external_members to balance_eraser;
create policy external_members_directory on external_members for select to balance_directory using (true);
grant select (tenant_id, id) on external_members to balance_directory;

-- Of no tenant: a user may be told of before any membership is. Nothing that works inside a tenant can read it.
create table external_users (
  id text collate "C" not null,
  profile jsonb not null,

  constraint external_users_pk primary key (id)
);
comment on table external_users is 'What an identity provider told of its users, of no tenant; of a deleted one only that it is';
alter table external_users enable row level security;
alter table external_users force row level security;
create policy external_users_directory on external_users to balance_directory using (true) with check (true);
grant select, insert, update on external_users to balance_directory;
