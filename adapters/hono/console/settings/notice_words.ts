import type { NoticeKind } from "../../../../src/notifications/notice_kinds.ts";

/** What somebody is told of. */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, string>> = {
  intake_failed: "Records could not be taken in",
  import_failed: "A file could not be read",
  processing_failed: "Work was given up",
  connection_degraded: "A connection is in trouble",
  connection_restored: "A connection works again",
  limit_near: "A limit is near",
  limit_reached: "A limit is reached",
  subscription_changed: "The subscription changed",
  report_ready: "A scheduled report is ready",
  rule_flagged: "A rule is overridden often",
  review_queue_old: "Items wait for too long",
  endpoint_disabled: "A webhook was switched off",
};

export const MODE_CHOICES = [
  ["immediate", "At once"],
  ["daily", "Once a day, together"],
  ["off", "Not at all"],
] as const;
