/** Every metric of the service's own, as /metrics shows it; histograms without their suffixes. */
export const METRIC_NAMES: readonly string[] = [
  "balance_http_request_duration_seconds",
  "balance_job_duration_seconds",
  "balance_queue_jobs",
  "balance_outbox_jobs",
  "balance_outbox_lag_seconds",
  "balance_oldest_waiting_job_seconds",
  "balance_backlog_records",
  "balance_dead_letters",
  "balance_oldest_dead_job_seconds",
  "balance_worker_idle_seconds",
  "balance_records_total",
  "balance_intake_refused_total",
  "balance_worker_revivals_total",
];
