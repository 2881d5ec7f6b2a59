/** What members and endpoints can be told of. */
export const NOTICE_KINDS = [
  "intake_failed",
  "import_failed",
  "processing_failed",
  "connection_degraded",
  "connection_restored",
  "limit_near",
  "limit_reached",
  "subscription_changed",
  "report_ready",
  "rule_flagged",
  "review_queue_old",
  "endpoint_disabled",
] as const;
export type NoticeKind = typeof NOTICE_KINDS[number];
