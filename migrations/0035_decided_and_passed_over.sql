-- Where two members had to say the same, both are told: what was said before stays with what was decided. Decisions keep it
-- since there are any.
update approvals a set verdicts = i.before -> 'verdicts'
from decision_items i
where a.state = 'decided' and i.before -> 'verdicts' <> '[]'
  and i.tenant_id = a.tenant_id and i.approval_id = a.id and i.decision_id = a.decision_id;
comment on column approvals.verdicts is
  'What members said of it, without their notes: while it waits for a second one, or before it was decided';
