import { parse } from "csv-parse/sync";

/** One line of a table: its cells, and the line of the file on which it begins. */
export interface TableLine {
  readonly cells: readonly string[];
  readonly line: number;
}

export interface Table {
  readonly header: readonly string[];
  /** Without the header; some may have more cells than it, or fewer. */
  readonly lines: readonly TableLine[];
}

/** Reads CSV text with a header, parted by comma, semicolon or tab; empty lines are left out. */
export function readTable(text: string): Table {
  // The parser counts a CR LF inside quotes as two lines.
  const plain = text.replace(/\r\n?/g, "\n");
  const [header, ...lines] = parse(plain, {
    bom: true,
    delimiter: delimiterOf(plain),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // With `info`, the parser wraps each record; its types do not say so.
  }) as unknown as readonly Parsed[];
  return {
    header: header?.record ?? [],
    lines: lines.map(({ record, info }) => ({
      cells: record,
      line: info.lines - (record.join("").split("\n").length - 1),
    })),
  };
}

interface Parsed {
  readonly record: readonly string[];
  /** `lines`: the line of the file on which the record ends. */
  readonly info: { readonly lines: number };
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.indexOf("\n") >>> 0);
  const counted = [",", ";", "\t"].map((sign) => ({
    sign,
    count: header.split(sign).length,
  }));
  return counted.reduce((best, next) => next.count > best.count ? next : best)
    .sign;
}
