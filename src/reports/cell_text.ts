import { eventText } from "../events/event_text.ts";
import type { RecordStatus } from "../records/record.ts";
import { EXCEPTION_WORDS } from "./exceptions.ts";
import type { Cell, Column, ColumnKind, Row } from "./report_table.ts";
import { SETTLED_BY } from "./settled_by.ts";

const STATUSES: Readonly<Record<RecordStatus, string>> = {
  ingested: "Waiting to be processed",
  processed: "Processed",
  approved: "Approved",
  rejected: "Rejected",
  failed: "Failed",
};

/** Of the totals of automation, with what its values are. */
const MEASURES: Readonly<Record<string, readonly [string, ColumnKind]>> = {
  decided: ["Processed", "count"],
  settled: ["Settled without a person", "count"],
  left_to_people: ["Left to people", "count"],
  // Of reports that were made when it was called so.
  needs_review: ["Left to people", "count"],
  coverage: ["Part settled without a person", "share"],
  precision: ["Part of that which was right", "share"],
  audited: ["Audits it is estimated from", "count"],
};

const WORDS: Readonly<Record<string, (code: string) => string>> = {
  measure: (code) => MEASURES[code]?.[0] ?? code,
  exception: of(EXCEPTION_WORDS),
  type: eventText,
  status: of(STATUSES),
  decided_by: (code) =>
    SETTLED_BY.find(({ source }) => source === code)?.label ??
      (code === "person" ? "People" : code),
};

function of(words: Readonly<Record<string, string>>) {
  return (code: string) => Object.hasOwn(words, code) ? words[code]! : code;
}

/** The text of a cell where people read it: codes in words; what is not known stands for itself. */
export function cellText(column: string, cell: string): string {
  return Object.hasOwn(WORDS, column) ? WORDS[column]!(cell) : cell;
}

/** What a cell holds: that of its column, or, in a line of a measure, of the measure. */
export function cellKind(
  columns: readonly Column[],
  row: Row,
  at: number,
): ColumnKind {
  const { kind } = columns[at]!;
  if (kind !== "number" || columns[0]!.name !== "measure") return kind;
  const measure: Cell = row[0] ?? null;
  return MEASURES[String(measure)]?.[1] ?? kind;
}
