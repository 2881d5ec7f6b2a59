create table receipts (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  file_name text not null,
  type text collate "C" not null,
  claimed_type text,
  bytes integer not null,
  sha256 text collate "C" not null,
  source text collate "C" not null,
  added_by text collate "C" not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  amount_minor bigint,
  currency text collate "C",
  occurred_at timestamptz,
  counterparty text,

  constraint receipts_pk primary key (tenant_id, id),
  constraint receipts_tenant foreign key (tenant_id) references tenants (id),
  constraint receipts_sha256_whole check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint receipts_bytes_some check (bytes > 0),
  constraint receipts_source_known check (source in ('upload', 'url', 'link')),
  constraint receipts_amount_whole check ((amount_minor is null) = (currency is null)),
  constraint receipts_amount_paid check (amount_minor >= 0)
);
-- What is on its way out keeps its bytes from nobody: the same ones, sent again, are a new receipt.
create unique index receipts_one_per_content on receipts (tenant_id, sha256) where removed_at is null;
create index receipts_on_their_way_out on receipts (tenant_id, id) where removed_at is not null;
comment on table receipts is 'Files that prove records. The bytes stand in the file storage, by the id';
comment on column receipts.type is 'What the bytes say; claimed_type is what the sender said';
comment on column receipts.removed_at is
  'The row goes after its file: what stopped in between is found by this and goes on';
call keep_to_tenant('receipts');
grant select, insert, update, delete on receipts to balance_app;

create table receipt_records (
  tenant_id text collate "C" not null default current_tenant(),
  record_id text collate "C" not null,
  receipt_id text collate "C" not null,

  constraint receipt_records_pk primary key (tenant_id, record_id, receipt_id),
  constraint receipt_records_record foreign key (tenant_id, record_id) references records (tenant_id, id),
  constraint receipt_records_receipt foreign key (tenant_id, receipt_id) references receipts (tenant_id, id)
);
create index receipt_records_of_receipt on receipt_records (tenant_id, receipt_id);
comment on table receipt_records is 'Which records a receipt is for: one invoice may be paid in parts, one payment have several';
call keep_to_tenant('receipt_records');
grant select, insert, delete on receipt_records to balance_app;
