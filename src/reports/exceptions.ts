import type { RecordId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { ReportFilters, ReportPeriod } from "./report_demand.ts";
import { column, type ReportTable } from "./report_table.ts";

/** What did not go by itself. One approval can be both `low_confidence` and `overdue`. */
export const EXCEPTION_KINDS = [
  "conflict",
  "dead_letter",
  "failed",
  "low_confidence",
  "overdue",
] as const;
export type ExceptionKind = typeof EXCEPTION_KINDS[number];

/** What is still open of what began within the period. */
export interface ExceptionsAsked {
  readonly period: ReportPeriod;
  /** Where records are asked for, what is of none does not count, such as a dead letter. */
  readonly filters: Pick<
    ReportFilters,
    "categoryId" | "connectionId" | "exception"
  >;
  /** Approvals that wait since before this are overdue. */
  readonly overdueBefore: Instant;
}

/** Something open: a version kept aside, a job given up, a record that failed, an approval that waits. */
export interface ExceptionRow {
  readonly kind: ExceptionKind;
  readonly id: string;
  readonly since: Instant;
  readonly recordId: RecordId | null;
  readonly reason: string | null;
}

export interface ExceptionCount {
  readonly kind: ExceptionKind;
  readonly count: number;
}

/** What people call what did not go by itself. */
export const EXCEPTION_WORDS: Readonly<Record<ExceptionKind, string>> = {
  conflict: "Other versions, kept aside",
  dead_letter: "Dead letters",
  failed: "Failed records",
  low_confidence: "Waiting: nothing was sure enough",
  overdue: "Waiting too long",
};

const MEANINGS: Readonly<Record<ExceptionKind, string>> = {
  conflict: "Other versions of records, kept aside and not resolved",
  dead_letter: "Jobs that were given up and not sent again",
  failed: "Records that could not be processed",
  low_confidence: "Approvals that wait because nothing was sure enough",
  overdue:
    "Approvals that wait longer than the company set for notices, whatever due times queues have",
};

/** Each kind that was asked for, of `only` where that is one. */
export function exceptionTables(
  now: readonly ExceptionCount[],
  previous: readonly ExceptionCount[] | null,
  only?: ExceptionKind,
): readonly ReportTable[] {
  const count = (all: readonly ExceptionCount[], kind: ExceptionKind) =>
    all.find((one) => one.kind === kind)?.count ?? 0;
  return [{
    name: "counts",
    title: "Open exceptions",
    columns: [
      column("exception", "text"),
      column("meaning", "text"),
      column("open", "count"),
      ...previous ? [column("previous_open", "count")] : [],
    ],
    rows: EXCEPTION_KINDS.filter((kind) => kind === (only ?? kind)).map((
      kind,
    ) => [
      kind,
      MEANINGS[kind],
      count(now, kind),
      ...previous ? [count(previous, kind)] : [],
    ]),
    note:
      "What began within the period and is still open. One approval can be both low in confidence and overdue.",
  }];
}
