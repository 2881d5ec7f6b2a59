create table records (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  connection_id text collate "C" not null,
  external_id text collate "C" not null,
  received_at timestamptz not null,
  fingerprint text collate "C" not null,
  occurred_at timestamptz,
  description text not null,
  counterparty text,
  amount_minor bigint,
  currency text collate "C",
  attributes jsonb not null,
  search_text text collate "C" not null,
  status text collate "C" not null,
  outcome text collate "C",
  category_id text collate "C",
  source text collate "C",
  confidence double precision,
  settled_by_person text[] not null,
  reasoning_trace jsonb,
  raw jsonb,

  constraint records_pk primary key (tenant_id, id),
  constraint records_one_per_external_id unique (tenant_id, connection_id, external_id),
  constraint records_connection foreign key (tenant_id, connection_id) references connections (tenant_id, id),
  constraint records_category foreign key (tenant_id, category_id) references categories (tenant_id, id),
  constraint records_amount_whole check ((amount_minor is null) = (currency is null)),
  constraint records_status_known check (status in ('ingested', 'processed', 'approved', 'rejected', 'failed')),
  constraint records_outcome_known check (outcome in ('auto', 'needs_review')),
  constraint records_source_known check (source in ('rule', 'similarity', 'model', 'person')),
  constraint records_confidence_range check (confidence between 0 and 1)
);
-- Lists run along the primary key, latest first, and filter as they go: every further index would be written
-- for each record taken in and again when it is decided. What waits or failed is few among many and often asked for.
create index records_unsettled on records (tenant_id, id) where status in ('ingested', 'failed');
comment on table records is 'One row per item: as received, normalised, and what was decided about it';
comment on column records.raw is 'The payload as received; read only when one record is looked at';
comment on column records.search_text is
  'Description and counterparty, folded by the service: the database would fold differently';
comment on column records.settled_by_person is 'Names of the fields that a person settled; no machine overwrites them';
call keep_to_tenant('records');
grant select, insert, update on records to balance_app;

create table record_traces (
  tenant_id text collate "C" not null default current_tenant(),
  record_id text collate "C" not null,
  version integer not null,
  trace jsonb not null,
  replaced_at timestamptz not null,

  constraint record_traces_pk primary key (tenant_id, record_id, version),
  constraint record_traces_record foreign key (tenant_id, record_id) references records (tenant_id, id)
);
comment on table record_traces is 'Reasoning that was replaced; the current one stands in the record';
comment on column record_traces.version is 'The last version of the record that held the trace';
call keep_to_tenant('record_traces');
grant select, insert on record_traces to balance_app;

create table record_conflicts (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  record_id text collate "C" not null,
  received_at timestamptz not null,
  fingerprint text collate "C" not null,
  content jsonb not null,
  raw jsonb,

  constraint record_conflicts_pk primary key (tenant_id, id),
  constraint record_conflicts_once unique (tenant_id, record_id, fingerprint),
  constraint record_conflicts_record foreign key (tenant_id, record_id) references records (tenant_id, id)
);
comment on table record_conflicts is 'Other content that arrived under a known external id; each kind of it once';
call keep_to_tenant('record_conflicts');
grant select, insert on record_conflicts to balance_app;

create table deliveries (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  received_at timestamptz not null,
  drafts json not null,
  intake json,
  failed_at timestamptz,

  constraint deliveries_pk primary key (tenant_id, id)
);
-- Written once and read once: json skips the tree that jsonb builds, external skips the compression.
alter table deliveries alter column drafts set storage external;
comment on table deliveries is 'Sets of records as accepted, kept until they are taken in';
comment on column deliveries.intake is 'What became of the set; null while it waits';
call keep_to_tenant('deliveries');
grant select, insert, update on deliveries to balance_app;
