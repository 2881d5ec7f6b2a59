alter table outbox
  add column records integer not null default 0,
  add column due_at timestamptz,
  add column traceparent text collate "C";
comment on column outbox.records is 'How many records the job is about: the backlog is measured in them';
comment on column outbox.due_at is 'The relay leaves it until then; null: due at once';
comment on column outbox.traceparent is 'W3C trace context of the request that caused it; null where none is known';
update outbox set records = case
  when jsonb_typeof(task -> 'recordIds') = 'array' then jsonb_array_length(task -> 'recordIds')
  else 0
end;
-- A job takes others of its tenant along that were not taken yet.
grant update (taken_at) on outbox to balance_app;
-- The relay asks each tenant for its oldest job, and how many of its jobs are out.
create index outbox_by_tenant on outbox (tenant_id, position);
create index outbox_out on outbox (tenant_id, taken_at) where taken_at is not null;

alter table dead_letters
  add column id text collate "C",
  add column error_class text collate "C",
  add column first_failed_at timestamptz,
  add column traceparent text collate "C",
  add column replayed_at timestamptz;
update dead_letters set
  id = 'dlt_0' || left(md5(tenant_id || job_id), 25),
  error_class = split_part(reason, ':', 1),
  first_failed_at = died_at;
alter table dead_letters
  alter column id set not null,
  alter column error_class set not null,
  alter column first_failed_at set not null,
  drop constraint dead_letters_pk,
  add constraint dead_letters_pk primary key (tenant_id, id),
  add constraint dead_letters_job_once unique (tenant_id, job_id);
create index dead_letters_waiting on dead_letters (queue, died_at) where replayed_at is null;
comment on column dead_letters.error_class is
  'What failed, by name: a failure''s kind, or the name and code of what was thrown';
comment on column dead_letters.replayed_at is 'When it was sent again, as a new job; null while it waits for that';
grant update (replayed_at) on dead_letters to balance_app;
-- For the figures of all tenants together: how many wait in which queue since when, not whose or what.
create policy dead_letters_relay on dead_letters for select to balance_relay using (true);
grant select (queue, died_at, replayed_at) on dead_letters to balance_relay;

-- A login that is no owner of the tables looks at its start whether the schema is its own.
grant select on schema_migrations to balance_app;
