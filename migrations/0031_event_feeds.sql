-- Who tails a log, and what pushes it, asks how far it is; nothing else of it.
create policy event_heads_relay on event_heads for select to balance_relay using (true);
grant select (tenant_id, seq) on event_heads to balance_relay;

create table event_feeds (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  types jsonb not null,
  format text not null,
  batch_max integer not null,
  cursor_seq bigint not null,
  pending_to bigint,
  attempts integer not null,
  next_attempt_at timestamptz,
  last_code integer,
  last_failure text,
  delivered_at timestamptz,
  turn integer not null,
  lease text collate "C",
  leased_until timestamptz,
  paused_at timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz,

  constraint event_feeds_pk primary key (tenant_id, id),
  constraint event_feeds_endpoint foreign key (tenant_id, id) references notification_endpoints (tenant_id, id),
  constraint event_feeds_format_known check (format in ('plain', 'cloudevents')),
  constraint event_feeds_batch check (batch_max between 1 and 100),
  constraint event_feeds_cursor check (cursor_seq >= 0 and pending_to > cursor_seq),
  constraint event_feeds_lease_whole check ((lease is null) = (leased_until is null))
);
comment on table event_feeds is
  'What of the event log an endpoint is sent, and how far it has it; the id is the endpoint''s';
comment on column event_feeds.cursor_seq is 'The endpoint has acknowledged all that it is sent up to here';
comment on column event_feeds.pending_to is
  'The last event of a message that was not acknowledged: it is sent again as it was, under its own id';
comment on column event_feeds.turn is 'Counts what people changed: an attempt of before moves no cursor';
comment on column event_feeds.lease is 'Who sends now, for one at a time; another may once leased_until is over';
call keep_to_tenant('event_feeds');
create policy event_feeds_relay on event_feeds for select to balance_relay using (true);
grant select, insert, update on event_feeds to balance_app;
grant select (tenant_id, id, version, cursor_seq, attempts, next_attempt_at, leased_until, paused_at, created_at, removed_at)
  on event_feeds to balance_relay;

create policy notification_endpoints_relay on notification_endpoints for select to balance_relay using (true);
grant select (tenant_id, id, disabled_at, removed_at) on notification_endpoints to balance_relay;

-- Whether a job waits for a feed is looked up at each round.
create index outbox_pushes on outbox (tenant_id, (task ->> 'endpointId')) where task ->> 'kind' = 'push_events';

create table event_checkpoints (
  tenant_id text collate "C" not null default current_tenant(),
  seq bigint not null,
  hash text collate "C" not null,
  taken_at timestamptz not null,

  constraint event_checkpoints_pk primary key (tenant_id, seq),
  constraint event_checkpoints_tenant foreign key (tenant_id) references tenants (id),
  constraint event_checkpoints_seq_positive check (seq > 0)
);
comment on table event_checkpoints is
  'Where a log stood, day by day, to be copied to where nobody who writes here can: rows are added, never changed';
call keep_to_tenant('event_checkpoints');
grant select, insert on event_checkpoints to balance_app;
