import type { FoundRow } from "../../src/imports/found_row.ts";
import { ndjsonRecord } from "../../src/imports/ndjson_record.ts";
import type { ConnectionId } from "../../src/kernel/ids.ts";
import { textLines } from "./text_lines.ts";

/** Characters of the longest line: what a record may hold, and its payload. */
const LINE_CHARS_MAX = 256 * 1024;

/** Reads lines of JSON, each a record as `POST /records` takes it. Blank lines are left out. */
export async function* ndjsonFile(
  chunks: AsyncIterable<string>,
  connectionId: ConnectionId,
): AsyncGenerator<readonly FoundRow[]> {
  for await (const lines of textLines(chunks, LINE_CHARS_MAX)) {
    yield lines.filter(({ text }) => text === null || text.trim() !== "")
      .map(({ line, text }): FoundRow =>
        text === null
          ? {
            kind: "bad",
            line,
            field: null,
            detail: `is longer than ${LINE_CHARS_MAX} characters`,
          }
          : ndjsonRecord(line, text, connectionId)
      );
  }
}
