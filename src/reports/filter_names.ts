import type { ReportFilters } from "./report_demand.ts";

/** What filters are called in the API, in forms and in files. */
export const FILTER_NAMES = {
  categoryId: "category_id",
  connectionId: "connection_id",
  counterparty: "counterparty",
  currency: "currency",
  ruleId: "rule_id",
  memberId: "member_id",
  exception: "exception",
  eventType: "event_type",
} as const satisfies Record<keyof ReportFilters, string>;
export type FilterName = typeof FILTER_NAMES[keyof ReportFilters];
