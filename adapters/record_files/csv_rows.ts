import { Buffer } from "node:buffer";
import { CsvError, parse } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";
import type { CsvRow } from "../../src/imports/csv_header.ts";

/** A row, or a line that could not be parted. */
export type CsvItem = CsvRow | {
  readonly line: number;
  readonly wrong: string;
};

export interface CsvRowsOptions {
  readonly delimiter: string;
  /** How many cells a row has; null: not known yet. */
  readonly columns: number | null;
}

/** Characters of the longest row: a quote that stays open longer was never meant to open. */
const ROW_CHARS_MAX = 256 * 1024;
/** Lines that are passed over so; a file with more of them is no CSV. */
const RECOVERIES_MAX = 1_000;
/** Lines with quotes in the middle of cells after which the parser is told to expect them: beginning anew for each takes its time. */
const STRAY_QUOTES = 100;
/** The parser looks ahead a little: blank lines let it come to the end without being told that it is there. */
const END = Buffer.from("\n".repeat(8));

/**
 * Parts text, whose line ends are LF, into rows as it comes. A quote that is not closed spoils the line where it opens and
 * no other: reading goes on below it. A quote in the middle of a cell is a sign like any other. Blank lines are left out.
 */
export async function* csvRows(
  chunks: AsyncIterable<string>,
  options: CsvRowsOptions,
): AsyncGenerator<readonly CsvItem[]> {
  const reading = openReading(options);
  try {
    for await (const chunk of chunks) {
      const items = reading.take(Buffer.from(chunk));
      if (items.length > 0) yield items;
      if (reading.isLost()) return;
    }
    const items = reading.take(END);
    const rest = reading.isLost() ? [] : reading.end();
    if (items.length + rest.length > 0) yield [...items, ...rest];
  } finally {
    reading.close();
  }
}

function openReading({ delimiter, columns }: CsvRowsOptions) {
  let strays = 0;
  let part = openPart(delimiter, 1, false);
  /** What came after the last row, for another try; `tailAt`: its place in what the part was given. */
  let tail: Buffer = Buffer.alloc(0);
  let tailAt = 0;
  let line = 1;
  let isSkipping = false;
  let recoveries = 0;

  /** Takes the first line of the tail by itself, or tells what is wrong, and begins anew with what stands below it. */
  function passLine(items: CsvItem[], wrong: string): Buffer {
    let at = 0;
    while (tail[at] === LF) {
      at++;
      line++;
    }
    const end = tail.indexOf(LF, at);
    const cells = end < 0
      ? null
      : cellsOf(tail.subarray(at, end).toString(), delimiter);
    if (cells !== null && cells.length === (columns ?? cells.length)) {
      items.push({ line, cells });
      strays++;
    } else {
      items.push({ line, wrong });
      recoveries++;
    }
    isSkipping = end < 0;
    const rest = end < 0 ? Buffer.alloc(0) : tail.subarray(end + 1);
    line++;
    restart();
    return rest;
  }

  function restart(): void {
    part.close();
    part = openPart(delimiter, line, strays > STRAY_QUOTES);
    tail = Buffer.alloc(0);
    tailAt = 0;
  }

  function take(given: Buffer): CsvItem[] {
    const items: CsvItem[] = [];
    let data = given;
    if (isSkipping) {
      const end = data.indexOf(LF);
      if (end < 0) return items;
      data = data.subarray(end + 1);
      isSkipping = false;
    }
    while (data.length > 0 && recoveries < RECOVERIES_MAX) {
      tail = tail.length === 0 ? data : Buffer.concat([tail, data]);
      const { rows, failed } = part.write(data);
      let end = tailAt;
      let wrong = failed === null ? null : () => reasonOf(failed);
      for (const row of rows) {
        const isWide = columns !== null && row.cells.length !== columns;
        const isLong = row.line !== row.lastLine;
        if (isLong && row.cells.some(isSwallowed)) {
          wrong = () => "has quotes that do not fit";
          break;
        }
        if (isWide && isLong) {
          wrong = () =>
            `has ${row.cells.length} cells over ${
              row.lastLine - row.line + 1
            } lines where the table has ${columns} columns: a quote may be open`;
          break;
        }
        items.push({ line: row.line, cells: row.cells });
        end = row.endsAt;
        line = row.lastLine + 1;
      }
      tail = tail.subarray(end - tailAt);
      tailAt = end;
      if (wrong === null) break;
      data = passLine(items, wrong());
    }
    if (recoveries >= RECOVERIES_MAX) {
      items.push({ line, wrong: LOST });
    }
    return items;
  }

  function reasonOf(code: string): string {
    if (code !== "CSV_MAX_RECORD_SIZE") return "has quotes that do not fit";
    const at = tail.findIndex((byte) => byte !== LF);
    const end = tail.indexOf(LF, at);
    return end < 0 || end - at > ROW_CHARS_MAX
      ? `is longer than ${ROW_CHARS_MAX} characters`
      : `opens a quote that is not closed within ${ROW_CHARS_MAX} characters`;
  }

  return {
    take,
    isLost: () => recoveries >= RECOVERIES_MAX,
    end(): readonly CsvItem[] {
      const items: CsvItem[] = [];
      // Only an open quote keeps the last row from ending.
      while (
        tail.some((byte) => byte !== LF) && recoveries < RECOVERIES_MAX
      ) {
        const rest = passLine(items, "opens a quote that is never closed");
        items.push(...take(rest));
      }
      return items;
    },
    close: () => part.close(),
  };
}

/** What stands where reading was given up. */
export const LOST =
  `is the last of ${RECOVERIES_MAX} lines whose quotes do not fit`;

const LF = 10;

interface PartRow extends CsvRow {
  readonly lastLine: number;
  /** Bytes from the beginning of the part. */
  readonly endsAt: number;
}

/** A parser from some line on. It gives what it finds at once, and is never told of an end. */
function openPart(
  delimiter: string,
  firstLine: number,
  expectsStrays: boolean,
) {
  let rows: PartRow[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: "\n",
    relax_column_count: true,
    relax_quotes: expectsStrays,
    skip_empty_lines: true,
    max_record_size: ROW_CHARS_MAX,
    on_record(cells: string[], { lines, bytes }) {
      const lastLine = firstLine - 1 + lines;
      let broken = 0;
      for (const cell of cells) {
        for (
          let at = cell.indexOf("\n");
          at >= 0;
          at = cell.indexOf("\n", at + 1)
        ) broken++;
      }
      rows.push({ line: lastLine - broken, lastLine, cells, endsAt: bytes });
      return null;
    },
  });
  // Told by `errored`, at once.
  parser.on("error", () => {});
  return {
    write(
      data: Buffer,
    ): { readonly rows: readonly PartRow[]; readonly failed: string | null } {
      parser.write(data);
      const found = rows;
      rows = [];
      const { errored } = parser;
      return {
        rows: found,
        failed: errored && String((errored as { code?: unknown }).code),
      };
    },
    close: () => void parser.destroy(),
  };
}

/** A quote that was open and did not fit its end has taken lines in: where strays are expected, the parser gives both. */
function isSwallowed(cell: string): boolean {
  return cell.startsWith('"') && cell.includes("\n");
}

/** The cells of one line, a quote in the middle of one taken as it is; null where one stays open. */
function cellsOf(line: string, delimiter: string): readonly string[] | null {
  try {
    const [cells] = parseAtOnce(line, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: ROW_CHARS_MAX,
    });
    return cells ?? null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
