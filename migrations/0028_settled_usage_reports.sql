-- A report may be settled by the operator, and be too late before it was ever sent. Both checks allow more than before.
alter table usage_reports
  drop constraint usage_reports_state_known,
  add constraint usage_reports_state_known check (state in ('due', 'sent', 'unsure', 'replaced')),
  drop constraint usage_reports_sent_at_a_time,
  add constraint usage_reports_sent_at_a_time check (state <> 'sent' or first_sent_at is not null);
-- The operator names a report by its id alone.
create policy usage_reports_directory on usage_reports for select to balance_directory using (true);
grant select (tenant_id, id) on usage_reports to balance_directory;
