-- Settings of tenants from before. What was set stands, but the threshold that was the default gives way to the target.
update tenants set settings = '{"targetPrecision": 0.95, "auditRate": 0.05}' || settings
  || case settings -> 'similarityThreshold' when '0.9' then '{"similarityThreshold": null}' else '{}' end::jsonb;
update tenants set settings = settings || '{"model": {"enabled": true, "model": null, "promptVersion": null,
  "temperature": null, "budget": {"tokensPerMonth": 5000000, "microsPerMonth": 10000000}}}';

create table model_months (
  tenant_id text collate "C" not null default current_tenant(),
  month text collate "C" not null,
  tokens bigint not null default 0,
  micros bigint not null default 0,
  calls integer not null default 0,
  answered integer not null default 0,
  failed integer not null default 0,
  cached integer not null default 0,
  tokens_limit_met bigint,
  micros_limit_met bigint,

  constraint model_months_pk primary key (tenant_id, month),
  constraint model_months_tenant foreign key (tenant_id) references tenants (id),
  constraint model_months_month check (month ~ '^\d{4}-\d{2}$')
);
comment on table model_months is 'What calls of language models cost in a month; a reservation holds the row until it commits';
comment on column model_months.micros is 'Millionths of a US dollar';
comment on column model_months.tokens_limit_met is 'The limit of tokens that calls last met, which was told then';
comment on column model_months.micros_limit_met is 'The limit of money that calls last met, which was told then';
call keep_to_tenant('model_months');
grant select, insert, update on model_months to balance_app;

create table model_calls (
  tenant_id text collate "C" not null default current_tenant(),
  id text collate "C" not null,
  month text collate "C" not null,
  at timestamptz not null,
  provider text not null,
  model text not null,
  records integer not null,
  tokens_most bigint not null,
  micros_most bigint not null,
  ended_at timestamptz,
  outcome text collate "C",
  input_tokens bigint,
  output_tokens bigint,
  micros bigint,

  constraint model_calls_pk primary key (tenant_id, id),
  constraint model_calls_month foreign key (tenant_id, month) references model_months (tenant_id, month),
  constraint model_calls_ended check ((ended_at is null) = (outcome is null)),
  constraint model_calls_used check (num_nonnulls(input_tokens, output_tokens, micros) in (0, 3))
);
comment on table model_calls is 'Calls of language models: the most that each could cost, charged before it, and what it used';
comment on column model_calls.micros is 'Null: not known, so that the most stays charged';
call keep_to_tenant('model_calls');
grant select, insert, update on model_calls to balance_app;

create table model_answers (
  tenant_id text collate "C" not null default current_tenant(),
  key text collate "C" not null,
  category_id text collate "C",
  rationale text not null,
  raw_confidence double precision not null,
  input_tokens integer not null,
  output_tokens integer not null,
  at timestamptz not null,

  constraint model_answers_pk primary key (tenant_id, key),
  constraint model_answers_category foreign key (tenant_id, category_id) references categories (tenant_id, id)
);
comment on table model_answers is 'Answers of language models by all that they depend on, so that none is paid for twice';
comment on column model_answers.key is 'SHA-256 of model, parameters, instructions with labels, and masked input';
call keep_to_tenant('model_answers');
grant select, insert, update on model_answers to balance_app;
