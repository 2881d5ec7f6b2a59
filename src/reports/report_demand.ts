import type {
  ApiKeyId,
  CategoryId,
  ConnectionId,
  MemberId,
  RuleId,
} from "../kernel/ids.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import type { ExceptionKind } from "./exceptions.ts";

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

/** Narrows what counts; every given part must hold. */
export interface ReportFilters {
  /** Records of this category, as it is when the report is made. */
  readonly categoryId?: CategoryId;
  /** Records that came by this connection. */
  readonly connectionId?: ConnectionId;
  /** As it stands in records. */
  readonly counterparty?: string;
  readonly currency?: string;
  readonly ruleId?: RuleId;
  /** The member or key that decided, or whose deed an event is. */
  readonly memberId?: MemberId | ApiKeyId;
  readonly exception?: ExceptionKind;
  /** Such as `TX_APPROVED`. */
  readonly eventType?: string;
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

/** What a report of each kind can be narrowed by. */
export const FILTERS_OF: Readonly<
  Record<ReportKind, readonly (keyof ReportFilters)[]>
> = {
  spend: ["categoryId", "connectionId", "counterparty", "currency"],
  automation: ["categoryId", "connectionId"],
  reviewer_activity: ["categoryId", "connectionId", "memberId"],
  rule_performance: ["categoryId", "connectionId", "ruleId"],
  exceptions: ["categoryId", "connectionId", "exception"],
  audit_trail: ["memberId", "eventType"],
};

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
