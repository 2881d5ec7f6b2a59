-- The content of an event can be erased and the chain still verifies: its hash covers the payload's hash, which stays.
alter table events
  add column salt text collate "C",
  add column payload_hash text collate "C",
  add constraint events_content_or_tombstone check (
    case
      when payload_hash is null then salt is null
      else salt is not null or payload = '{"erased": true}'
    end
  );
comment on table events is
  'The history: rows are added, never removed; of a row nothing changes but that its content is erased';
comment on column events.salt is 'Hashed with the payload, so that an erased one cannot be guessed; goes with it';
comment on column events.payload_hash is
  'SHA-256 over salt and payload, hexadecimal; null in rows of before this migration, whose payload is hashed in line';

do $$
begin
  begin
    create role balance_eraser nologin;
    comment on role balance_eraser is 'Balance: erases contents of events of one tenant, nothing else';
  exception when duplicate_object or unique_violation then
    null; -- made by another database's migration
  end;
  if not pg_has_role(current_user, 'balance_eraser', 'SET') then
    grant balance_eraser to current_user;
  end if;
end
$$;

create policy events_eraser on events to balance_eraser
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
grant select (tenant_id, seq), update (payload, salt) on events to balance_eraser;

create function keep_event() returns trigger
language plpgsql as $$
begin
  if old.payload_hash is null
    or old.type = 'PERSONAL_DATA_ERASED'
    or new.payload <> '{"erased": true}'
    or new.salt is not null
    or to_jsonb(new) - 'payload' - 'salt' <> to_jsonb(old) - 'payload' - 'salt'
  then
    raise exception 'event % is kept as it is', old.seq using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
comment on function keep_event() is 'Lets an update of an event do nothing but put the tombstone, whoever makes it';
revoke execute on function keep_event() from public;

create trigger events_kept before update on events
  for each row execute function keep_event();
