-- Votes are counted from the index alone: the rows behind it were fetched one by one, and only for their category.
create index example_keys_votes on example_keys (tenant_id, key, decided_at desc, record_id desc)
  include (category_id);
drop index example_keys_latest;
