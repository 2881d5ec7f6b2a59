import type { Fact } from "../events/fact.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Receipt } from "./receipt.ts";

/** Receipts on their way out: without records and without what names anybody. Their files follow, by a job. */
export function takenOut(
  receipts: readonly Receipt[],
  now: Instant,
): {
  readonly receipts: readonly Receipt[];
  readonly facts: readonly Fact[];
} {
  return {
    receipts: receipts.map((one) => ({
      ...one,
      fileName: "removed",
      claimedType: null,
      amount: null,
      occurredAt: null,
      counterparty: null,
      recordIds: [],
      removedAt: now,
    })),
    facts: receipts.map(({ id }) => ({
      type: "RECEIPT_REMOVED",
      payload: { receipt_id: id },
    })),
  };
}
