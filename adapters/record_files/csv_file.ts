import { csvDelimiter } from "../../src/imports/csv_dialect.ts";
import { csvEntry } from "../../src/imports/csv_entry.ts";
import {
  type CsvHeader,
  csvHeader,
  type CsvRow,
} from "../../src/imports/csv_header.ts";
import { planCsv, type Planned } from "../../src/imports/csv_plan.ts";
import { type FoundRow, unreadable } from "../../src/imports/found_row.ts";
import type { ReadingTerms } from "../../ports/file_reader.ts";
import { headOf, inPieces } from "./chunks.ts";
import { csvRows, LOST } from "./csv_rows.ts";

/** Characters, and rows, that are looked at for evidence. */
const SAMPLE_CHARS = 1_000_000;
const SAMPLE_ROWS = 20_000;

/** A CSV file with what its beginning tells. */
export interface CsvFile {
  readonly delimiter: string;
  readonly header: CsvHeader;
  readonly planned: Planned;
  /** Every row below the header; one that is unreadable where the plan has flaws. */
  readonly rows: AsyncIterable<readonly FoundRow[]>;
}

/** Looks at the beginning of a CSV file; why it is none, as text, where nothing parts its lines. */
export async function csvFile(
  chunks: AsyncIterable<string>,
  { csv, currency }: Pick<ReadingTerms, "csv" | "currency">,
): Promise<CsvFile | { readonly wrong: string }> {
  const { head, isWhole, all } = await headOf(chunks, SAMPLE_CHARS);
  if (head.trim() === "") return { wrong: "is empty" };
  // The last line of a beginning may go on.
  const sampled = isWhole ? head : head.slice(0, head.lastIndexOf("\n") + 1);
  const delimiter = csvDelimiter(sampled);
  if (delimiter === null) {
    return {
      wrong:
        "has no lines that commas, semicolons, tabs or bars part into columns",
    };
  }
  const sample = await sampleRows(sampled, delimiter);
  const header = csvHeader(sample);
  if (header === null) {
    return { wrong: "has no rows with two columns or more that are filled" };
  }
  const below = sample.filter(({ line }) => line >= header.firstLine);
  const planned = planCsv(header, below, csv, { currency });
  return {
    delimiter,
    header,
    planned,
    rows: foundRows(all, delimiter, header, planned),
  };
}

async function sampleRows(
  text: string,
  delimiter: string,
): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (
    const items of csvRows(inPieces(text), { delimiter, columns: null })
  ) {
    for (const item of items) if ("cells" in item) rows.push(item);
  }
  return rows.slice(0, SAMPLE_ROWS);
}

async function* foundRows(
  chunks: AsyncIterable<string>,
  delimiter: string,
  header: CsvHeader,
  { plan, flaws }: Planned,
): AsyncGenerator<readonly FoundRow[]> {
  if (plan === null) {
    const detail = flaws.map(({ field, detail }) => `${field}: ${detail}`).join(
      "; ",
    );
    yield [unreadable(header.line ?? header.firstLine, detail)];
    return;
  }
  const columns = header.names.length;
  for await (const items of csvRows(chunks, { delimiter, columns })) {
    const found = items.filter(({ line }) => line >= header.firstLine)
      .map((item): FoundRow =>
        "cells" in item ? csvEntry(item, plan) : {
          kind: item.wrong === LOST ? "unreadable" : "bad",
          line: item.line,
          field: null,
          detail: item.wrong,
        }
      );
    if (found.length > 0) yield found;
  }
}
