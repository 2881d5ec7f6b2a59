import type { Instant } from "../kernel/instant.ts";
import { isErased } from "../records/erased.ts";
import type { CompanyRecord } from "../records/record.ts";
import { cuesOf } from "./cues.ts";
import type { Example } from "./example.ts";

/** What a record that a person settled teaches; nothing when it has no category (rejected), or no texts any more (erased). */
export function exampleOf(
  record: CompanyRecord,
  contextAttributes: readonly string[],
  at: Instant,
): Example | null {
  if (record.source !== "person" || record.categoryId === null) return null;
  if (isErased(record)) return null;
  const cues = cuesOf(record, contextAttributes);
  return {
    recordId: record.id,
    categoryId: record.categoryId,
    keys: cues.keys.map(({ key }) => key),
    textKey: cues.textKey,
    text: cues.text,
    at,
  };
}
