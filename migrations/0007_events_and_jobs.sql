create table events (
  tenant_id text collate "C" not null default current_tenant(),
  seq bigint not null,
  type text collate "C" not null,
  occurred_at timestamptz(3) not null,
  actor text collate "C" not null,
  source_agent text collate "C" not null,
  payload jsonb not null,
  hash text collate "C" not null,

  constraint events_pk primary key (tenant_id, seq),
  constraint events_seq_positive check (seq > 0)
);
create index events_by_type on events (tenant_id, type, seq);
comment on table events is 'The history: rows are added, never changed or removed, and the service may do no more';
comment on column events.seq is '1, 2, 3 … per tenant without a gap, because event_heads hands it out under a lock';
comment on column events.occurred_at is 'To the millisecond, as it is hashed: more would be unseen by the hash';
comment on column events.hash is 'SHA-256 over this event and the hash before it, hexadecimal';
call keep_to_tenant('events');
grant select, insert on events to balance_app;

create table event_heads (
  tenant_id text collate "C" not null default current_tenant(),
  seq bigint not null,
  hash text collate "C" not null,

  constraint event_heads_pk primary key (tenant_id)
)
with (fillfactor = 50); -- one update per unit of work: room on the page keeps them off the index
comment on table event_heads is 'The end of each tenant''s log; who appends holds its row until commit';
call keep_to_tenant('event_heads');
grant select, insert, update on event_heads to balance_app;

create table outbox (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  position bigint not null generated always as identity,
  queue text collate "C" not null,
  task jsonb not null,
  created_at timestamptz not null,
  taken_at timestamptz,

  constraint outbox_pk primary key (tenant_id, id),
  constraint outbox_position_once unique (position)
);
comment on table outbox is
  'Jobs that are not done: a row leaves in the transaction of the job''s effect, which makes the effect happen once';
comment on column outbox.taken_at is 'When a relay last handed it to the queue; null: never';
call keep_to_tenant('outbox');
-- The relay carries the jobs of every tenant and may do no more than mark them.
create policy outbox_relay on outbox to balance_relay using (true) with check (true);
grant select, insert, delete on outbox to balance_app;
grant select, update (taken_at) on outbox to balance_relay;

create table dead_letters (
  tenant_id text collate "C" not null default current_tenant(),
  job_id text collate "C" not null,
  queue text collate "C" not null,
  task jsonb not null,
  reason text not null,
  attempts integer not null,
  died_at timestamptz not null,

  constraint dead_letters_pk primary key (tenant_id, job_id)
);
comment on table dead_letters is 'Jobs that were given up, and why';
call keep_to_tenant('dead_letters');
grant select, insert on dead_letters to balance_app;

create table inbox (
  tenant_id text collate "C" not null default current_tenant(),
  key text collate "C" not null,
  fingerprint text collate "C" not null,
  answer json,
  claimed_at timestamptz not null,

  constraint inbox_pk primary key (tenant_id, key)
);
comment on table inbox is 'Requests and deliveries that were done, so that a repeat gets the same answer';
comment on column inbox.answer is 'As it was given, so json: jsonb would reorder its members';
call keep_to_tenant('inbox');
grant select, insert, update on inbox to balance_app;
