import type { MemberId } from "../kernel/ids.ts";
import type { Role } from "../tenancy/access.ts";
import type { NoticeKind } from "./notice_kinds.ts";

export const NOTICE_MODES = ["off", "immediate", "daily"] as const;
/** Whether and when a member gets an e-mail: not at all, at once, or with all others of a day. */
export type NoticeMode = typeof NOTICE_MODES[number];

/** What a member chose; kinds that are not named are as their role has them. */
export interface NoticePreferences {
  readonly id: MemberId;
  readonly version: number;
  readonly modes: Readonly<Partial<Record<NoticeKind, NoticeMode>>>;
}

type Defaults = Readonly<Record<NoticeKind, NoticeMode>>;

const OFF: Defaults = {
  intake_failed: "off",
  import_failed: "off",
  processing_failed: "off",
  connection_degraded: "off",
  connection_restored: "off",
  limit_near: "off",
  limit_reached: "off",
  subscription_changed: "off",
  report_ready: "off",
  rule_flagged: "off",
  review_queue_old: "off",
  endpoint_disabled: "off",
};

const KEEPERS: Defaults = {
  ...OFF,
  intake_failed: "immediate",
  import_failed: "immediate",
  processing_failed: "immediate",
  connection_degraded: "immediate",
  connection_restored: "immediate",
  limit_near: "daily",
  limit_reached: "immediate",
  rule_flagged: "daily",
  review_queue_old: "daily",
  endpoint_disabled: "immediate",
};

/** Whoever keeps things running hears of trouble, whoever decides of what waits too long. */
const BY_ROLE: Readonly<Record<Role, Defaults>> = {
  // Who pays hears of it.
  owner: { ...KEEPERS, subscription_changed: "immediate" },
  admin: KEEPERS,
  reviewer: { ...OFF, rule_flagged: "daily", review_queue_old: "daily" },
  viewer: OFF,
};

/** The mode of each kind for a member of that role. */
export function noticeModes(
  role: Role,
  chosen: NoticePreferences["modes"] = {},
): Defaults {
  return { ...BY_ROLE[role], ...chosen };
}
