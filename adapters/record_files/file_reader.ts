import type { FileReader, ReadingTerms } from "../../ports/file_reader.ts";
import { type FileFormat, fileFormat } from "../../src/imports/file_format.ts";
import { type FoundRow, unreadable } from "../../src/imports/found_row.ts";
import { camtFile } from "./camt_file.ts";
import { headOf } from "./chunks.ts";
import { csvFile } from "./csv_file.ts";
import { csvShape } from "./csv_shape.ts";
import { decodeText } from "./decode_text.ts";
import { mt940File } from "./mt940_file.ts";
import { ndjsonFile } from "./ndjson_file.ts";
import { ofxFile } from "./ofx_file.ts";

/** Characters by which a file's format is told. */
const HEAD_CHARS = 16_384;

/** Reads CSV, NDJSON, OFX and QFX, CAMT.053 and MT940 as they stream in. */
export function recordFiles(): FileReader {
  return {
    async *read(bytes, terms) {
      const opened = await open(decodeText(bytes).chunks, terms);
      if ("instead" in opened) return yield [unreadable(1, opened.instead)];
      yield [{ kind: "begun", line: 1, format: opened.format }];
      yield* rowsOf(opened, terms);
    },
    async inspect(bytes, terms, rowsMax) {
      const text = decodeText(bytes);
      const opened = await open(text.chunks, terms);
      const rows: FoundRow[] = [];
      const take = async (found: AsyncIterable<readonly FoundRow[]>) => {
        for await (const some of found) {
          rows.push(...some);
          if (rows.length >= rowsMax) break;
        }
      };
      const told = (
        given: Pick<
          Awaited<ReturnType<FileReader["inspect"]>>,
          "format" | "csv" | "flaws"
        >,
      ) => ({
        encoding: text.encoding(),
        rows: rows.slice(0, rowsMax),
        ...given,
      });
      if ("instead" in opened) {
        return told({
          format: null,
          csv: null,
          flaws: [{ field: "file", detail: opened.instead }],
        });
      }
      const { format } = opened;
      if (format !== "csv") {
        await take(rowsOf(opened, terms));
        return told({ format, csv: null, flaws: [] });
      }
      const file = await csvFile(opened.all, terms);
      if ("wrong" in file) {
        return told({
          format,
          csv: null,
          flaws: [{ field: "file", detail: file.wrong }],
        });
      }
      if (file.planned.plan !== null) await take(file.rows);
      return told({ format, csv: csvShape(file), flaws: file.planned.flaws });
    },
  };
}

interface Opened {
  readonly format: FileFormat;
  readonly all: AsyncIterable<string>;
}

async function open(
  chunks: AsyncIterable<string>,
  { format }: ReadingTerms,
): Promise<Opened | { readonly instead: string }> {
  const { head, all } = await headOf(chunks, HEAD_CHARS);
  if (head.trim() === "") return { instead: "is empty" };
  if (format !== null) return { format, all };
  const told = fileFormat(head);
  return "instead" in told ? told : { ...told, all };
}

async function* rowsOf(
  { format, all }: Opened,
  terms: ReadingTerms,
): AsyncGenerator<readonly FoundRow[]> {
  switch (format) {
    case "csv": {
      const file = await csvFile(all, terms);
      yield* "wrong" in file ? [[unreadable(1, file.wrong)]] : file.rows;
      return;
    }
    case "ndjson":
      return yield* ndjsonFile(all, terms.connectionId);
    case "ofx":
      return yield* ofxFile(all);
    case "camt053":
      return yield* camtFile(all);
    case "mt940":
      return yield* mt940File(all);
    default:
      format satisfies never;
  }
}
