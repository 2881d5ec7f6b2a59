import type { Incoming } from "../records/draft.ts";
import type { FoundRow, StatementEntry } from "./found_row.ts";

/** A row, and the record that it is; null where it is none. */
export interface NamedRow {
  readonly row: FoundRow;
  readonly incoming: Incoming | null;
}

/** Rows that are taken in together. */
export interface Slice {
  readonly rows: readonly NamedRow[];
  /** How many of them are records. */
  readonly records: number;
  /** Nothing comes after it; an empty one tells just that. */
  readonly isLast: boolean;
}

/** The two halves of a slice of two rows or more. */
export function halvesOf({ rows, isLast }: Slice): readonly [Slice, Slice] {
  const half = Math.ceil(rows.length / 2);
  return [
    sliceOf(rows.slice(0, half), false),
    sliceOf(rows.slice(half), isLast),
  ];
}

/** Names every row of a file, also those before `from`, whose names those behind them depend on, and cuts the rest. */
export async function* inSlices(
  found: AsyncIterable<readonly FoundRow[]>,
  { nameEntry, from, size }: {
    readonly nameEntry: (entry: StatementEntry) => Incoming;
    readonly from: number;
    readonly size: number;
  },
): AsyncGenerator<Slice> {
  let waiting: NamedRow[] = [];
  let at = 0;
  const slice = (isLast: boolean): Slice => {
    const rows = waiting;
    waiting = [];
    return sliceOf(rows, isLast);
  };
  for await (const rows of found) {
    for (const row of rows) {
      const incoming = row.kind === "entry"
        ? nameEntry(row.entry)
        : row.kind === "record"
        ? row.incoming
        : null;
      if (at++ < from) continue;
      waiting.push({ row, incoming });
      if (waiting.length === size) yield slice(false);
    }
  }
  yield slice(true);
}

function sliceOf(rows: readonly NamedRow[], isLast: boolean): Slice {
  const records = rows.filter(({ incoming }) => incoming !== null).length;
  return { rows, records, isLast };
}
