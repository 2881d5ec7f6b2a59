import type { RecordId } from "../../../../src/kernel/ids.ts";
import { recordFailures } from "../../../../src/records/record.ts";

/** The page of one record. */
export function recordPath(id: RecordId): `/console/records/${RecordId}` {
  return `/console/records/${id}`;
}

/** The kind of id in the address of a record. */
export const recordId = {
  prefix: "rec",
  missing: (id: string) => recordFailures.missing({ record_id: id }),
} as const;
