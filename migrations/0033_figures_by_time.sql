-- What was decided lately is asked for by every look at the dashboard; without this the whole log was read. Events come
-- in the order of their time, so an entry is written at the index's end.
create index events_decided on events (tenant_id, occurred_at) where type = 'PROCESSED';

-- Figures of a period: without this the records of all tenants were read for those of one in one month. It is written
-- once more for each record taken in and decided, which 0004 spared; nothing cheaper finds a period. A case, as coalesce is not
-- taken for safe before row security, and so would never use the index.
create index records_in_time on records (tenant_id, (case when occurred_at is null then received_at else occurred_at end));
