import type { Endpoint } from "../../src/notifications/endpoint.ts";
import type { EventFeed } from "../../src/notifications/event_feed.ts";
import type { Notice } from "../../src/notifications/notice.ts";
import type { NoticeDelivery } from "../../src/notifications/notice_delivery.ts";
import type { NotificationSettings } from "../../src/notifications/notification_settings.ts";
import type { NoticePreferences } from "../../src/notifications/preference.ts";
import type { Columns } from "./row_store.ts";

export const ENDPOINT_COLUMNS: Columns<Endpoint> = {
  id: "id",
  version: "version",
  url: "url",
  description: "description",
  kinds: "kinds",
  secrets: "secrets",
  exhausted: "exhausted",
  failingSince: "failing_since",
  disabledAt: "disabled_at",
  disabledFor: "disabled_for",
  createdAt: "created_at",
  removedAt: "removed_at",
};

export const EVENT_FEED_COLUMNS: Columns<EventFeed> = {
  id: "id",
  version: "version",
  types: "types",
  format: "format",
  batchMax: "batch_max",
  cursor: "cursor_seq",
  pendingTo: "pending_to",
  attempts: "attempts",
  nextAttemptAt: "next_attempt_at",
  lastCode: "last_code",
  lastFailure: "last_failure",
  deliveredAt: "delivered_at",
  turn: "turn",
  lease: "lease",
  leasedUntil: "leased_until",
  pausedAt: "paused_at",
  createdAt: "created_at",
  removedAt: "removed_at",
};

export const NOTICE_PREFERENCES_COLUMNS: Columns<NoticePreferences> = {
  id: "id",
  version: "version",
  modes: "modes",
};

export const NOTIFICATION_SETTINGS_COLUMNS: Columns<NotificationSettings> = {
  id: "id",
  version: "version",
  digestHour: "digest_hour",
  reviewQueueDays: "review_queue_days",
};

export const NOTICE_COLUMNS: Columns<Notice> = {
  id: "id",
  version: "version",
  kind: "kind",
  incidentKey: "incident_key",
  occurrence: "occurrence",
  facts: "facts",
  openedAt: "opened_at",
  closedAt: "closed_at",
  lastAt: "last_at",
  count: "count",
};

export const NOTICE_DELIVERY_COLUMNS: Columns<NoticeDelivery> = {
  id: "id",
  version: "version",
  noticeIds: "notice_ids",
  form: "form",
  digestFor: "digest_for",
  endpointId: "endpoint_id",
  memberId: "member_id",
  status: "status",
  attempts: "attempts",
  nextAttemptAt: "next_attempt_at",
  lastCode: "last_code",
  lastFailure: "last_failure",
  createdAt: "created_at",
  endedAt: "ended_at",
};
