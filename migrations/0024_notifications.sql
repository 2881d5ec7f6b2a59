create table notification_endpoints (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  url text not null,
  description text not null,
  kinds jsonb not null,
  secrets jsonb not null,
  exhausted integer not null,
  failing_since timestamptz,
  disabled_at timestamptz,
  disabled_for text,
  created_at timestamptz not null,
  removed_at timestamptz,

  constraint notification_endpoints_pk primary key (tenant_id, id),
  constraint notification_endpoints_tenant foreign key (tenant_id) references tenants (id),
  constraint notification_endpoints_disabled_whole check ((disabled_at is null) = (disabled_for is null)),
  constraint notification_endpoints_reason_known check (disabled_for in ('asked', 'gone', 'failing')),
  constraint notification_endpoints_removed_blank check (removed_at is null or (url = '' and secrets = '[]'))
);
comment on table notification_endpoints is 'Where a tenant receives notices by signed HTTP requests';
comment on column notification_endpoints.secrets is
  'The keys that sign, sealed, the newest first; during a rotation two. Nothing in the database opens them';
comment on column notification_endpoints.exhausted is 'Deliveries in a row that were given up';
call keep_to_tenant('notification_endpoints');
grant select, insert, update on notification_endpoints to balance_app;

create table notification_preferences (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  modes jsonb not null,

  constraint notification_preferences_pk primary key (tenant_id, id),
  constraint notification_preferences_member foreign key (tenant_id, id) references members (tenant_id, id)
);
comment on table notification_preferences is 'What a member chose to be told by e-mail, and when; the id is the member''s';
call keep_to_tenant('notification_preferences');
grant select, insert, update on notification_preferences to balance_app;

create table notification_settings (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  digest_hour integer not null,
  review_queue_days integer not null,

  constraint notification_settings_pk primary key (tenant_id, id),
  constraint notification_settings_tenant foreign key (tenant_id) references tenants (id),
  constraint notification_settings_own check (id = tenant_id),
  constraint notification_settings_hour check (digest_hour between 0 and 23),
  constraint notification_settings_days check (review_queue_days between 1 and 365)
);
comment on table notification_settings is 'How a tenant is told of things; no row: as usual';
call keep_to_tenant('notification_settings');
grant select, insert, update on notification_settings to balance_app;

create table notices (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  kind text not null,
  incident_key text collate "C" not null,
  occurrence integer not null,
  facts jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  last_at timestamptz not null,
  count integer not null,

  constraint notices_pk primary key (tenant_id, id),
  constraint notices_tenant foreign key (tenant_id) references tenants (id),
  constraint notices_one_per_occurrence unique (tenant_id, kind, incident_key, occurrence),
  constraint notices_counted check (count > 0 and occurrence > 0)
);
comment on table notices is 'One row per incident; what happens again while it is open raises the count. Ids, counts and times only';
comment on column notices.closed_at is 'When it is over, which may be a time to come; null: until something ends it';
call keep_to_tenant('notices');
grant select, insert, update on notices to balance_app;

create table notification_deliveries (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  notice_ids jsonb not null,
  form text not null,
  digest_for timestamptz,
  endpoint_id text collate "C",
  member_id text collate "C",
  status text not null,
  attempts integer not null,
  next_attempt_at timestamptz,
  last_code integer,
  last_failure text,
  created_at timestamptz not null,
  ended_at timestamptz,

  constraint notification_deliveries_pk primary key (tenant_id, id),
  constraint notification_deliveries_endpoint foreign key (tenant_id, endpoint_id)
    references notification_endpoints (tenant_id, id),
  constraint notification_deliveries_member foreign key (tenant_id, member_id) references members (tenant_id, id),
  constraint notification_deliveries_one_way check ((endpoint_id is null) <> (member_id is null)),
  constraint notification_deliveries_form_known check (form in ('notice', 'hourly_digest', 'daily_digest')),
  constraint notification_deliveries_digest_timed check ((form = 'notice') = (digest_for is null)),
  constraint notification_deliveries_status_known check (status in ('pending', 'delivered', 'failed', 'skipped')),
  constraint notification_deliveries_goes_on check ((status = 'pending') = (next_attempt_at is not null)),
  constraint notification_deliveries_end_told check ((status = 'pending') = (ended_at is null)),
  constraint notification_deliveries_one_digest unique (tenant_id, member_id, form, digest_for)
);
create index notification_deliveries_of_endpoint on notification_deliveries (tenant_id, endpoint_id, id);
create index notification_deliveries_by_status on notification_deliveries (tenant_id, status, id);
create index notification_deliveries_digests on notification_deliveries (tenant_id, digest_for) where digest_for is not null;
create index notification_deliveries_mailed on notification_deliveries (tenant_id, created_at) where form = 'notice';
comment on table notification_deliveries is
  'One message to one member or endpoint, and what became of it; no content. The id is the message''s own at each attempt';
comment on column notification_deliveries.notice_ids is 'One notice, or those of a digest; they are never removed, so no key is needed';
call keep_to_tenant('notification_deliveries');
grant select, insert, update on notification_deliveries to balance_app;

alter table model_months
  add column tokens_limit_near bigint,
  add column micros_limit_near bigint;
comment on column model_months.tokens_limit_near is 'The limit of tokens of which four fifths were used, which was told then';
comment on column model_months.micros_limit_near is 'The limit of money of which four fifths were used, which was told then';
