import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** The lines of a UTF-8 file, one after another. */
export function linesOf(file: string): AsyncIterable<string> {
  return createInterface({
    input: createReadStream(file, "utf8"),
    crlfDelay: Infinity,
  });
}
