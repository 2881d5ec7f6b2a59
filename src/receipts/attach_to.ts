import type { Fact } from "../events/fact.ts";
import type { Failure } from "../kernel/failure.ts";
import type { RecordId } from "../kernel/ids.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import {
  type Receipt,
  receiptFailures,
  RECORDS_PER_RECEIPT_MAX,
} from "./receipt.ts";

/** A receipt as it is to be, and what is told of the change; no facts: nothing changed. */
export interface ChangedReceipt {
  readonly receipt: Receipt;
  readonly facts: readonly Fact[];
}

/** The receipt for these records too, and no longer for those of `detach`. */
export function attachTo(
  receipt: Receipt,
  attach: readonly RecordId[],
  detach: readonly RecordId[] = [],
): Result<ChangedReceipt, Failure<"receipt.too_many_records">> {
  const before = new Set(receipt.recordIds);
  const after = new Set([...before, ...attach]);
  for (const id of detach) after.delete(id);
  if (after.size > RECORDS_PER_RECEIPT_MAX) {
    return fail(
      receiptFailures.too_many_records({
        records_max: RECORDS_PER_RECEIPT_MAX,
      }),
    );
  }
  const payload = (record_id: RecordId) => ({
    receipt_id: receipt.id,
    record_id,
  });
  return ok({
    receipt: { ...receipt, recordIds: [...after].sort() },
    facts: [
      ...[...after].filter((id) => !before.has(id)).map((id) => ({
        type: "RECEIPT_ATTACHED" as const,
        payload: payload(id),
      })),
      ...[...before].filter((id) => !after.has(id)).map((id) => ({
        type: "RECEIPT_DETACHED" as const,
        payload: payload(id),
      })),
    ],
  });
}
