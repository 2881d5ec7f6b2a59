drop index approvals_alike;
-- What waits, one group after another, with all that queues sort by: a claim adds groups up and ranks what it must without
-- a sort, and without the rows themselves.
create index approvals_alike on approvals (tenant_id, alike_key, reverse(id))
  include (id, stake, created_at, assigned_to, suggestion, because, shown_because, connection_id, currency, amount_minor)
  where state = 'waiting';

-- An index alone answers where pages are known to be visible to all, which a vacuum finds out. What waits is changed
-- whenever more was learned, and is a small part of the table: a fifth of all rows would be waited for.
alter table approvals set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
