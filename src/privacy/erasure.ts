import { failures } from "../kernel/failure.ts";

/** Records that one request may have erased. */
export const ERASED_AT_ONCE_MAX = 5_000;

/** Events whose payload is erased in one unit. */
export const EVENTS_PER_UNIT = 1_000;

/** The types of events whose payload holds texts of a record, or what an error said of it. */
export const EVENTS_WITH_RECORD_TEXTS: readonly string[] = [
  "RECORD_UPDATED",
  "JOB_SPLIT",
  "JOB_DEAD_LETTERED",
];

/** Those that hold its external id. */
export const EVENTS_WITH_EXTERNAL_IDS: readonly string[] = [
  "INGESTED",
  "RECORD_CONFLICTED",
];

/** Those that hold a member's name. */
export const EVENTS_WITH_MEMBER_TEXTS: readonly string[] = ["MEMBER_UPDATED"];

/** What stays readable of an erased tenant: that and how it was erased, in numbers. */
export const EVENTS_OF_ERASURE: readonly string[] = [
  "PERSONAL_DATA_ERASED",
  "RETENTION_APPLIED",
  "TENANT_ERASURE_REQUESTED",
  "TENANT_ERASED",
];

export const erasureFailures = failures("erasure", {
  member_present: {
    category: "conflict",
    title: "The member has not left; remove the member first",
  },
});
