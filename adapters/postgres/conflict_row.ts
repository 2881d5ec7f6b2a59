import type { RecordId } from "../../src/kernel/ids.ts";
import type { Conflict, ConflictVerdict } from "../../src/records/record.ts";
import { instantOf } from "./columns.ts";
import type { Transaction } from "./connect.ts";

/** A row of `record_conflicts` as read. */
export type ConflictRow =
  & Omit<Conflict, "receivedAt" | "resolution">
  & { readonly receivedAt: Date; readonly madeRecordId: RecordId | null }
  & (
    | {
      readonly verdict: ConflictVerdict;
      readonly resolvedAt: Date;
      readonly resolvedBy: string;
    }
    | { readonly verdict: null; readonly resolvedAt: null; resolvedBy: null }
  );

/** All that `conflictOf` needs, of conflicts `c` and their records `r`. */
export function conflictColumns(sql: Transaction) {
  return sql`c.id, c.record_id as "recordId", c.received_at as "receivedAt", c.fingerprint,
    coalesce(c.external_id, r.external_id) as "externalId", c.pending, c.content, c.raw, c.reasons,
    c.verdict, c.resolved_at as "resolvedAt", c.resolved_by as "resolvedBy",
    c.made_record_id as "madeRecordId"`;
}

/** The conflict that a row holds. */
export function conflictOf(
  { receivedAt, verdict, resolvedAt, resolvedBy, madeRecordId, ...same }:
    ConflictRow,
): Conflict {
  return {
    ...same,
    receivedAt: instantOf(receivedAt),
    resolution: verdict &&
      { verdict, at: instantOf(resolvedAt), by: resolvedBy, madeRecordId },
  };
}
