alter table members add column session_epoch integer not null default 0;
comment on column members.session_epoch is
  'How often the member signed out everywhere; sessions of an earlier epoch open nothing';
-- A session names its tenant and member. Whether it still opens anything is looked up before there is a tenant in scope.
create policy members_directory on members for select to balance_directory using (true);
grant select (tenant_id, id, role, session_epoch, removed_at) on members to balance_directory;

create table ended_sessions (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  member_id text collate "C" not null,
  expires_at timestamptz not null,

  constraint ended_sessions_pk primary key (tenant_id, id),
  constraint ended_sessions_member foreign key (tenant_id, member_id) references members (tenant_id, id)
);
create index ended_sessions_in_time on ended_sessions (tenant_id, expires_at);
comment on table ended_sessions is 'Sessions signed out before their time; a row goes once the session would have expired';
call keep_to_tenant('ended_sessions');
grant select, insert, delete on ended_sessions to balance_app;
create policy ended_sessions_directory on ended_sessions for select to balance_directory using (true);
grant select (tenant_id, id) on ended_sessions to balance_directory;

create table invitations (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  email text not null,
  role text not null,
  code_hash text collate "C" not null,
  invited_by text collate "C" not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_by text collate "C",
  accepted_at timestamptz,
  revoked_at timestamptz,

  constraint invitations_pk primary key (tenant_id, id),
  constraint invitations_tenant foreign key (tenant_id) references tenants (id),
  constraint invitations_accepted_by foreign key (tenant_id, accepted_by) references members (tenant_id, id),
  constraint invitations_one_per_code unique (code_hash),
  constraint invitations_role_known check (role in ('owner', 'admin', 'reviewer', 'viewer')),
  constraint invitations_code_hashed check (code_hash ~ '^[0-9a-f]{64}$'),
  constraint invitations_acceptance_whole check ((accepted_by is null) = (accepted_at is null)),
  constraint invitations_one_end check (accepted_at is null or revoked_at is null)
);
comment on table invitations is 'Addresses that were asked to join; only the SHA-256 of a code is kept';
call keep_to_tenant('invitations');
grant select, insert, update on invitations to balance_app;
-- Accepting starts from a code and learns the tenant, as signing in with a key does.
create policy invitations_directory on invitations for select to balance_directory using (true);
grant select (tenant_id, id, code_hash) on invitations to balance_directory;
grant update (version, email) on invitations to balance_eraser;
