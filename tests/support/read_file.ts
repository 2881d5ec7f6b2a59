import { recordFiles } from "../../adapters/record_files/file_reader.ts";
import type { ReadingTerms } from "../../ports/file_reader.ts";
import type { FoundRow, StatementEntry } from "../../src/imports/found_row.ts";

const TERMS: ReadingTerms = {
  connectionId: "con_01kx2m6v9dfk3tqz8w5y7r4b1c",
  format: null,
  csv: null,
  currency: "GBP",
};

/** Bytes in pieces of `size`. */
export async function* inPieces(
  bytes: Uint8Array,
  size: number,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.slice(at, at + size);
  }
}

export function bytesOf(file: string | Uint8Array): Uint8Array {
  return typeof file === "string" ? new TextEncoder().encode(file) : file;
}

/** Every row of a file but what it was taken for. */
export async function readFile(
  file: string | Uint8Array | AsyncIterable<Uint8Array>,
  terms: Partial<ReadingTerms> & { readonly pieces?: number } = {},
): Promise<readonly FoundRow[]> {
  const { pieces = 64 * 1024, ...given } = terms;
  const content = typeof file === "string" || file instanceof Uint8Array
    ? inPieces(bytesOf(file), pieces)
    : file;
  const rows: FoundRow[] = [];
  for await (
    const some of recordFiles().read(content, { ...TERMS, ...given })
  ) {
    rows.push(...some);
  }
  return rows.filter(({ kind }) => kind !== "begun");
}

/** What a file, or its beginning, is taken for. */
export function inspectFile(
  file: string | Uint8Array,
  terms: Partial<ReadingTerms> = {},
) {
  return recordFiles().inspect(
    inPieces(bytesOf(file), 64 * 1024),
    { ...TERMS, ...terms },
    20,
  );
}

/** The entries among rows. */
export function entriesOf(
  rows: readonly FoundRow[],
): readonly StatementEntry[] {
  return rows.flatMap((row) => row.kind === "entry" ? row.entry : []);
}

/** All else among rows, in words: `bad 3 amount: is empty`. */
export function remarksOf(rows: readonly FoundRow[]): readonly string[] {
  return rows.flatMap((row) =>
    row.kind === "entry" || row.kind === "record" || row.kind === "begun"
      ? []
      : `${row.kind} ${row.line} ${row.field ?? "—"}: ${row.detail}`
  );
}

/** Day, minor units and text of each entry. */
export function briefly(rows: readonly FoundRow[]): readonly string[] {
  return entriesOf(rows).map(({ day, amount, description }) =>
    `${day} ${amount.minor} ${amount.currency} ${description}`
  );
}
