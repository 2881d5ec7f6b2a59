alter table approval_history
  alter column by drop not null,
  drop constraint approval_history_kind_known,
  add constraint approval_history_kind_known check (
    kind in ('assigned', 'commented', 'verdict_given', 'disagreed', 'decided', 'undone', 'withdrawn', 'reopened'));
comment on table approval_history is 'What happened to an approval, and was said of it, in order';
comment on column approval_history.by is 'A member or key; null: the service';
comment on column approvals.verdicts is
  'What members said of it before two agreed, without their notes; kept where it is withdrawn, since it may wait again';

-- What was withdrawn before verdicts were kept: those that still stand are in its history.
update approvals a
set verdicts = said.verdicts
from (
  select i.tenant_id, i.approval_id, jsonb_agg(
    jsonb_build_object(
      'verdict', h.verdict, 'categoryId', h.category_id, 'by', h.by,
      'at', to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'decisionId', h.decision_id)
    order by h.at, h.id) as verdicts
  from decision_items i
  join approval_history h
    on h.tenant_id = i.tenant_id and h.approval_id = i.approval_id and h.decision_id = i.decision_id
      and h.kind in ('verdict_given', 'disagreed')
  where i.undone_at is null and i.record_version is null
  group by i.tenant_id, i.approval_id
) said
where a.tenant_id = said.tenant_id and a.id = said.approval_id and a.state = 'withdrawn';
