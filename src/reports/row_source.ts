import type { ReportTable, Row } from "./report_table.ts";

/** A page of rows as they were read; where the next one begins. */
export interface ReadPage<Read, After> {
  readonly read: readonly Read[];
  /** Null: that was the last one. */
  readonly next: After | null;
}

/** The figures of a report that has rows, made while they pass. */
export interface Passing<Read> {
  /** The rows as cells; added up as they pass, so that the figures are those of just these rows. */
  pass(read: readonly Read[]): readonly Row[];
  tables(): readonly ReportTable[];
}
