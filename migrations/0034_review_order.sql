-- What is at stake: doubt is squared from now on (src/approvals/review_order.ts). The stakes of before are doubt × amount.
update approvals
set stake = round(stake * 1048576 * case
    when suggestion is null or coalesce(shown_because, because) = 'nothing_alike' then 1
    when coalesce(shown_because, because) = 'rule_asks' then 0.5
    else 1 - coalesce(shown_confidence, confidence) end) / 1048576
where state = 'waiting';
comment on column approvals.stake is
  'How much is at stake with it alone, a multiple of 2^-20 so that sums are exact (src/approvals/review_order.ts)';

drop index approvals_alike;
-- Who of those alike is asked about first is drawn by the id from behind, where it is random.
create index approvals_alike on approvals (tenant_id, alike_key, reverse(id)) include (id, stake) where state = 'waiting';
create index approvals_answered on approvals (tenant_id, alike_key) where state = 'decided' and alike_key is not null;
create index approvals_waiting_since on approvals (tenant_id, created_at) where state = 'waiting';
