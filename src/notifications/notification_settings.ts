import { failures } from "../kernel/failure.ts";
import type { TenantId } from "../kernel/ids.ts";

/** How a tenant is told of things. */
export interface NotificationSettings {
  readonly id: TenantId;
  readonly version: number;
  /** The hour (UTC) at which daily digests go out, 0 to 23. */
  readonly digestHour: number;
  /** An approval that has waited for so many days makes the queue too old. */
  readonly reviewQueueDays: number;
}

export const DIGEST_HOUR_DEFAULT = 7;
export const REVIEW_QUEUE_DAYS_DEFAULT = 3;

export const noticeSettingsFailures = failures("notice_settings", {
  stale: {
    category: "conflict",
    title: "When the company is told of things was changed in the meantime",
  },
});

/** What a tenant has that chose nothing. */
export function settingsOf(
  tenantId: TenantId,
  kept: NotificationSettings | undefined,
): NotificationSettings {
  return kept ?? {
    id: tenantId,
    version: 0,
    digestHour: DIGEST_HOUR_DEFAULT,
    reviewQueueDays: REVIEW_QUEUE_DAYS_DEFAULT,
  };
}
