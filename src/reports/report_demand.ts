import type { CategoryId, ConnectionId } from "../kernel/ids.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";

export const REPORT_KINDS = [
  "spend",
  "automation",
  "reviewer_activity",
  "rule_performance",
  "exceptions",
  "audit_trail",
] as const;
export type ReportKind = typeof REPORT_KINDS[number];

/** What amounts are added up by. */
export const GROUPINGS = ["category", "month", "counterparty"] as const;
export type Grouping = typeof GROUPINGS[number];

/** JSON is always made: the others are made of it, so that all say the same. */
export const REPORT_FORMATS = ["json", "csv", "xlsx", "html"] as const;
export type ReportFormat = typeof REPORT_FORMATS[number];

/** From one instant on, and before another. */
export interface ReportPeriod {
  readonly from: Instant;
  readonly to: Instant;
}

/** Narrows which records count; every given part must hold. */
export interface ReportFilters {
  readonly categoryId?: CategoryId;
  readonly connectionId?: ConnectionId;
  /** As it stands in records. */
  readonly counterparty?: string;
  readonly currency?: string;
}

/** What is asked of a report, but for its period. */
export interface ReportTerms {
  readonly kind: ReportKind;
  /** Of `spend`; null for other kinds. */
  readonly grouping: Grouping | null;
  readonly filters: ReportFilters;
  readonly compare: "previous_period" | null;
  readonly formats: readonly ReportFormat[];
}

/** Kinds that are of records, and so can be narrowed to some of them. */
export const KINDS_WITH_FILTERS: readonly ReportKind[] = [
  "spend",
  "exceptions",
];

/** The period that ends where this one begins, of the same length to the millisecond. */
export function previousPeriod({ from, to }: ReportPeriod): ReportPeriod {
  return { from: plusMs(from, Date.parse(from) - Date.parse(to)), to: from };
}

/** The formats in the order in which they are made. */
export function inOrder(
  formats: readonly ReportFormat[],
): readonly ReportFormat[] {
  return REPORT_FORMATS.filter((one) =>
    one === "json" || formats.includes(one)
  );
}
