import { type Instant, plusMs } from "../../../../src/kernel/instant.ts";
import type {
  ReportFilters,
  ReportFormat,
  ReportKind,
  ReportPeriod,
  ReportTerms,
} from "../../../../src/reports/report_demand.ts";
import type { ReportState } from "../../../../src/reports/report.ts";
import type { ScheduleWindow } from "../../../../src/reports/schedule_window.ts";
import { dayText } from "../parts/figures.tsx";
import type { Tone } from "../parts/tag.tsx";

/** What each kind of report is of. */
export const KIND_WORDS: Readonly<Record<ReportKind, string>> = {
  spend: "Spend",
  automation: "Automation and accuracy",
  reviewer_activity: "Reviewer activity",
  rule_performance: "Rule performance",
  exceptions: "Exceptions",
  audit_trail: "Audit trail",
};

export const GROUPING_WORDS = {
  category: "By category",
  month: "By month",
  counterparty: "By counterparty",
} as const;

/** What each filter is called. */
export const FILTER_WORDS: Readonly<Record<keyof ReportFilters, string>> = {
  categoryId: "Category",
  connectionId: "Connection",
  counterparty: "Counterparty",
  currency: "Currency",
  ruleId: "Rule",
  memberId: "Member or key",
  exception: "Exception",
  eventType: "Event",
};

/** How filters are written that are not chosen from a list. */
export const WRITTEN_FILTERS: {
  readonly [N in keyof ReportFilters]?: {
    readonly hint: string;
    readonly maxlength: number;
  };
} = {
  counterparty: { hint: "As it stands in records.", maxlength: 500 },
  currency: { hint: "Three letters, such as GBP.", maxlength: 3 },
  eventType: {
    hint: "As the log names it, such as TX_APPROVED.",
    maxlength: 64,
  },
};

/** What each format serves for. */
export const FORMAT_WORDS: Readonly<Record<ReportFormat, string>> = {
  html: "Page with charts (HTML)",
  xlsx: "Spreadsheet (XLSX)",
  csv: "Table (CSV)",
  json: "Data (JSON)",
};

export const STATE_WORDS: Readonly<
  Record<ReportState, { readonly label: string; readonly tone: Tone }>
> = {
  waiting: { label: "Waiting", tone: "note" },
  running: { label: "Being made", tone: "note" },
  done: { label: "Done", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "plain" },
};

export const WINDOW_WORDS: Readonly<Record<ScheduleWindow, string>> = {
  previous_day: "The day before",
  previous_week: "The week before, from Monday",
  previous_month: "The month before",
  previous_quarter: "The quarter before",
  previous_year: "The year before",
};

/** `Spend by category`. */
export function termsText({ kind, grouping }: ReportTerms): string {
  return grouping === null
    ? KIND_WORDS[kind]
    : `${KIND_WORDS[kind]} ${GROUPING_WORDS[grouping].toLowerCase()}`;
}

/** `1 Mar 2026 to 31 Mar 2026`: the last day is the one before it ends. */
export function periodText({ from, to }: ReportPeriod): string {
  return `${dayText(from)} to ${dayText(plusMs(to, -1) as Instant)}`;
}
