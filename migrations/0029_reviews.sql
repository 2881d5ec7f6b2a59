alter table approvals
  add column lease_token integer not null default 0,
  add column verdicts jsonb not null default '[]',
  add column decision_id text collate "C",
  add column assigned_to text collate "C",
  add column alike_key text collate "C",
  add column connection_id text collate "C",
  add column amount_minor bigint,
  add column currency text collate "C",
  add column stake double precision not null default 0,
  add column shown_because text,
  add column shown_confidence double precision,
  add constraint approvals_assignee foreign key (tenant_id, assigned_to) references members (tenant_id, id),
  add constraint approvals_amount_whole check ((amount_minor is null) = (currency is null)),
  add constraint approvals_shown_whole check (
    (shown_because is null) = (shown_confidence is null) and (shown_because is null or because = 'audit')),
  add constraint approvals_shown_known check (
    shown_because in ('rule_asks', 'nothing_alike', 'not_sure_enough', 'model_failed', 'model_undecided'));
comment on column approvals.lease_token is
  'How often it was claimed: whoever decides with the number of an earlier claim is refused';
comment on column approvals.verdicts is
  'What members said of it while it still waits for a second one, without their notes';
comment on column approvals.alike_key is
  'A hash of what its text and suggestion come to: equal for items alike; null: not found out yet';
comment on column approvals.amount_minor is 'Of the record, as are currency and connection: queues sort by them';
comment on column approvals.stake is 'How much is at stake with it alone (src/approvals/review_order.ts)';
comment on column approvals.shown_because is
  'What an audit looks like while it waits, with shown_confidence, so that nobody tells it from the others';
grant update (alike_key) on approvals to balance_eraser;

-- What waits already: the key is a hash that the service makes, and is filled in by whoever looks at the queue next.
update approvals a
set connection_id = r.connection_id, amount_minor = r.amount_minor, currency = r.currency,
  stake = case when a.suggestion is null or a.because = 'audit' then 1 when a.because = 'rule_asks' then 0.5
      else 1 - a.confidence end
    * ln(2 + coalesce(abs(r.amount_minor::double precision), 0) / case
        when r.currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND',
          'VUV', 'XAF', 'XOF', 'XPF') then 1
        when r.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000
        when r.currency in ('CLF', 'UYW') then 10000
        else 100 end) / ln(2)
from records r
where a.state = 'waiting' and r.tenant_id = a.tenant_id and r.id = a.record_id;
-- An audit whose step is no longer known here looks as if nothing spoke for anything.
update approvals set shown_because = 'nothing_alike', shown_confidence = 0 where state = 'waiting' and because = 'audit';

create index approvals_alike on approvals (tenant_id, alike_key, stake desc, id) where state = 'waiting';
create index approvals_assigned on approvals (tenant_id, assigned_to) where state = 'waiting' and assigned_to is not null;
create index approvals_unkeyed on approvals (tenant_id, id) where state = 'waiting' and alike_key is null;

create table decisions (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  at timestamptz not null,
  by text collate "C" not null,

  constraint decisions_pk primary key (tenant_id, id)
);
comment on table decisions is 'What a person decided in one step, of one approval or of many';
call keep_to_tenant('decisions');
grant select, insert on decisions to balance_app;

create table decision_items (
  tenant_id text collate "C" not null default current_tenant(),
  decision_id text collate "C" not null,
  approval_id text collate "C" not null,
  record_id text collate "C" not null,
  record_version integer,
  before jsonb not null,
  undone_at timestamptz,
  undone_by text collate "C",

  constraint decision_items_pk primary key (tenant_id, decision_id, approval_id),
  constraint decision_items_decision foreign key (tenant_id, decision_id) references decisions (tenant_id, id),
  constraint decision_items_approval foreign key (tenant_id, approval_id) references approvals (tenant_id, id),
  constraint decision_items_undone_whole check ((undone_at is null) = (undone_by is null))
);
create index decision_items_of_approval on decision_items (tenant_id, approval_id, decision_id);
comment on table decision_items is 'What each approval of a decision was before it: enough to take it back, and no texts';
comment on column decision_items.record_version is
  'The version that the decision gave the record; null where it did not change it, because a second member is to agree';
call keep_to_tenant('decision_items');
grant select, insert, update on decision_items to balance_app;

create table approval_history (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  approval_id text collate "C" not null,
  record_id text collate "C" not null,
  kind text collate "C" not null,
  at timestamptz not null,
  by text collate "C" not null,
  text text,
  verdict text,
  category_id text collate "C",
  member_id text collate "C",
  decision_id text collate "C",

  constraint approval_history_pk primary key (tenant_id, id),
  constraint approval_history_approval foreign key (tenant_id, approval_id) references approvals (tenant_id, id),
  constraint approval_history_category foreign key (tenant_id, category_id) references categories (tenant_id, id),
  constraint approval_history_kind_known check (
    kind in ('assigned', 'commented', 'verdict_given', 'disagreed', 'decided', 'undone')),
  constraint approval_history_verdict_known check (verdict in ('approve', 'override', 'reject'))
);
create index approval_history_of_approval on approval_history (tenant_id, approval_id, id);
create index approval_history_of_record on approval_history (tenant_id, record_id);
comment on table approval_history is 'What people did with an approval, and said of it, in order';
comment on column approval_history.text is 'The comment, or the note of a verdict';
call keep_to_tenant('approval_history');
grant select, insert on approval_history to balance_app;
grant update (text) on approval_history to balance_eraser;

-- A rejection belongs to the record that it was said of, so that it can be taken back alone. Those of before belong to none.
alter table example_rejections add column record_id text collate "C" not null default '';
alter table example_rejections drop constraint example_rejections_pk;
alter table example_rejections
  add constraint example_rejections_pk primary key (tenant_id, text_key, category_id, record_id);
comment on table example_rejections is
  'Categories that people turned down for a text; one counts until a person gives the text that category';
comment on column example_rejections.record_id is 'Of which record it was said; empty: of one that is not known any more';

grant delete on proposal_outcomes to balance_app;

update tenants set settings = settings || '{"fourEyesAbove": []}';
