/** The service's own metrics, as /metrics shows them; histograms without their suffixes. Dashboards and alerts go by them. */
export const METRIC = {
  httpRequestDuration: "balance_http_request_duration_seconds",
  jobDuration: "balance_job_duration_seconds",
  queueJobs: "balance_queue_jobs",
  outboxJobs: "balance_outbox_jobs",
  outboxLag: "balance_outbox_lag_seconds",
  oldestWaitingJob: "balance_oldest_waiting_job_seconds",
  backlogRecords: "balance_backlog_records",
  deadLetters: "balance_dead_letters",
  oldestDeadJob: "balance_oldest_dead_job_seconds",
  workerIdle: "balance_worker_idle_seconds",
  records: "balance_records_total",
  modelQuestions: "balance_model_questions_total",
  modelTokens: "balance_model_tokens_total",
  modelCost: "balance_model_cost_micros_total",
  intakeRefused: "balance_intake_refused_total",
  limited: "balance_requests_limited_total",
  billingMessages: "balance_billing_messages_total",
  eventStreams: "balance_event_streams",
  eventFeedLag: "balance_event_feed_lag_events",
  eventFeedsFailing: "balance_event_feeds_failing",
  workerRevivals: "balance_worker_revivals_total",
} as const;

export const METRIC_NAMES: readonly string[] = Object.values(METRIC);
