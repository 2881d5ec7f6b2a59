import { uuidV7Id } from "../../src/kernel/ids.ts";
import type { Ids } from "../../ports/ids.ts";

/** Well-formed ids that count up from 1, the same in every run; the nth secret repeats the byte n. */
export function countingIds(): Ids {
  let count = 0;
  let secrets = 0;
  return {
    next: (prefix) => uuidV7Id(prefix, ++count, new Uint8Array(10)),
    secretBytes: () => new Uint8Array(32).fill(++secrets),
  };
}
