-- What was decided lately is asked for by every look at the dashboard; without this the whole log was read. Events come
-- in the order of their time, so an entry is written at the index's end.
create index events_decided on events (tenant_id, occurred_at) where type = 'PROCESSED';
