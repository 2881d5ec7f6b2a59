create table billing_accounts (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  provider text collate "C" not null,
  customer text collate "C" not null,
  subscriptions jsonb not null,
  hinted integer not null,
  synced integer not null,
  synced_at timestamptz,
  told jsonb,
  created_at timestamptz not null,

  constraint billing_accounts_pk primary key (tenant_id, id),
  constraint billing_accounts_tenant foreign key (tenant_id) references tenants (id),
  constraint billing_accounts_one_of_provider unique (tenant_id, provider),
  constraint billing_accounts_one_tenant unique (provider, customer),
  constraint billing_accounts_synced_to_a_hint check (synced between 0 and hinted),
  constraint billing_accounts_synced_once check (synced = 0 or synced_at is not null)
);
comment on table billing_accounts is 'A tenant as the customer of a payment provider, which alone knows names, addresses and cards';
comment on column billing_accounts.customer is 'The provider''s id; no customer is two tenants';
comment on column billing_accounts.subscriptions is 'As the provider told them when it was asked last';
comment on column billing_accounts.hinted is 'How often there was reason to ask the provider';
comment on column billing_accounts.synced is 'Which of these the last answer kept was asked after; less than hinted: it is to be asked again';
comment on column billing_accounts.told is 'The standing that the event log tells; null until one was told';
call keep_to_tenant('billing_accounts');
grant select, insert, update on billing_accounts to balance_app;
-- A webhook names a customer and learns the tenant; every request learns how its tenant stands.
create policy billing_accounts_directory on billing_accounts for select to balance_directory using (true);
grant select on billing_accounts to balance_directory;

create table billing_events (
  tenant_id text collate "C" not null default current_tenant(),
  provider text collate "C" not null,
  id text collate "C" not null,
  type text collate "C" not null,
  known boolean not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,

  constraint billing_events_pk primary key (tenant_id, provider, id),
  constraint billing_events_tenant foreign key (tenant_id) references tenants (id)
);
comment on table billing_events is
  'Webhooks of payment providers that were heard, so that none is heard twice: by name only. They are kept as long as the tenant';
comment on column billing_events.known is 'False: nothing followed from it, since nothing is known of its type';
call keep_to_tenant('billing_events');
grant select, insert on billing_events to balance_app;

create table usage_months (
  tenant_id text collate "C" not null default current_tenant(),
  month text collate "C" not null,
  meter text collate "C" not null,
  used bigint not null default 0,
  cut_off bigint not null default 0,
  reached_limit bigint,

  constraint usage_months_pk primary key (tenant_id, month, meter),
  constraint usage_months_tenant foreign key (tenant_id) references tenants (id),
  constraint usage_months_month check (month ~ '^\d{4}-\d{2}$'),
  constraint usage_months_used check (used >= 0),
  constraint usage_months_cut_off check (cut_off between 0 and used)
)
with (fillfactor = 50); -- one update per unit of work that counts: room on the page keeps them off the index
comment on table usage_months is 'What a tenant used in a month; who counts holds the row until commit';
comment on column usage_months.cut_off is 'How much of it went into reports to the payment provider';
comment on column usage_months.reached_limit is 'The limit that was last reached, which was told then';
call keep_to_tenant('usage_months');
grant select, insert, update on usage_months to balance_app;

create table usage_reports (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  version integer not null,
  month text collate "C" not null,
  meter text collate "C" not null,
  amount integer not null,
  created_at timestamptz not null,
  first_sent_at timestamptz,
  state text collate "C" not null,

  constraint usage_reports_pk primary key (tenant_id, id),
  constraint usage_reports_month foreign key (tenant_id, month, meter)
    references usage_months (tenant_id, month, meter),
  constraint usage_reports_amount check (amount > 0),
  constraint usage_reports_state_known check (state in ('due', 'sent', 'unsure')),
  constraint usage_reports_sent_at_a_time check (state = 'due' or first_sent_at is not null)
);
comment on table usage_reports is 'Parts of what was used, as the payment provider is told them: each once, under its id';
comment on column usage_reports.first_sent_at is 'Before it is sent the first time, so it may not have been heard; null: never yet';
call keep_to_tenant('usage_reports');
grant select, insert, update on usage_reports to balance_app;

-- Jobs that wait for a later time can be let go earlier.
grant update (due_at) on outbox to balance_app;
create index outbox_for_later on outbox (tenant_id, due_at) where due_at is not null;
