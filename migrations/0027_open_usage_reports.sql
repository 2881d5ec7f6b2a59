-- Each round asks for the reports that are not known to have been heard: a few beside all that ever were.
create index usage_reports_open on usage_reports (tenant_id, id) where state <> 'sent';
