/**
 * What a cell holds. `amount` is decimal text in the currency of its row, exact whatever its size; `share` is from 0 to
 * 1; `instant` is RFC 3339.
 */
export type ColumnKind =
  | "text"
  | "instant"
  | "count"
  | "number"
  | "share"
  | "amount";

export interface Column {
  /** In snake_case; the member's name in JSON and the heading in CSV. */
  readonly name: string;
  /** The heading where people read it. */
  readonly label: string;
  readonly kind: ColumnKind;
}

/** Null: there is none. Numbers are of `count`, `number` and `share`; all else is text. */
export type Cell = string | number | null;
/** A cell for each column. */
export type Row = readonly Cell[];

/** Figures of a report, few enough to be held. */
export interface ReportTable {
  /** In snake_case, one of its own within the report. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What is to be known about them. */
  readonly note: string | null;
}

/** `paid_out` as a column named "Paid out". */
export function column(
  name: string,
  kind: ColumnKind,
  label = name.replaceAll("_", " ").replace(/^./, (one) => one.toUpperCase()),
): Column {
  return { name, label, kind };
}
