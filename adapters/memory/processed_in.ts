import type { Instant } from "../../src/kernel/instant.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { MachineSource } from "../../src/processing/proposal_outcome.ts";
import type { OfRecords, Span } from "../../src/processing/quality/figures.ts";
import type { ModelCost } from "../../src/processing/trace.ts";
import { ofRecords } from "./of_records.ts";
import type { Shelf } from "./shelf.ts";

/** What is read of the event that tells of a decision. */
export interface Processed {
  readonly at: Instant;
  readonly source: MachineSource | null;
  readonly model?: ModelCost;
}

/** The decisions of the pipeline in `span`, about some records. */
export function processedIn(
  shelf: Shelf,
  { from, to }: Span,
  of: OfRecords,
): readonly Processed[] {
  const counts = ofRecords(shelf, of);
  return shelf.events.flatMap(({ type, occurredAt, payload }) => {
    if (type !== "PROCESSED" || occurredAt < from || occurredAt >= to) {
      return [];
    }
    const told = payload as unknown as Omit<Processed, "at"> & {
      readonly record_id?: RecordId;
    };
    return counts(told.record_id) ? [{ ...told, at: occurredAt }] : [];
  });
}
