-- Where two members had to say the same, both are told: what was said before stays with what was decided. Decisions keep it
-- since there are any.
update approvals a set verdicts = i.before -> 'verdicts'
from decision_items i
where a.state = 'decided' and i.before -> 'verdicts' <> '[]'
  and i.tenant_id = a.tenant_id and i.approval_id = a.id and i.decision_id = a.decision_id;
comment on column approvals.verdicts is
  'What members said of it, without their notes: while it waits for a second one, or before it was decided';

-- What a run looked at adds up: to what it changed, what was so already, and what it passed over, by why. Of runs from
-- before: a rule's left only what was archived, and what else it did not change is told as unchanged. A back-test's looked
-- at nothing but differences, so that the rest of them is what no rule would decide; what it left is told as changed since.
update rule_runs r
set counts = r.counts - 'left' || jsonb_build_object(
  'unchanged', case when r.backtest_id is null then c.rest else 0 end,
  'passedOver', jsonb_build_object(
    'changed_since', case when r.backtest_id is null then 0 else c."left" end,
    'category_archived', case when r.backtest_id is null then c."left" else 0 end,
    'undecided', case when r.backtest_id is null then 0 else c.rest end,
    'settled_by_person', 0,
    'not_sorted', 0))
from (
  select tenant_id, id, (counts ->> 'left')::integer as "left",
    (counts ->> 'scanned')::integer - (counts ->> 'changed')::integer - (counts ->> 'left')::integer as rest
  from rule_runs
) c
where c.tenant_id = r.tenant_id and c.id = r.id;
