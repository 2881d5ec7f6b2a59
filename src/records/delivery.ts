import { failures } from "../kernel/failure.ts";
import type { DeliveryId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Draft } from "./record.ts";

/** What became of a set of records. */
export type Intake = {
  readonly accepted: number;
  readonly duplicates: number;
  readonly conflicts: readonly {
    readonly external_id: string;
    readonly record_id: string;
  }[];
  /** In the order sent; of a duplicate or conflict, the record that is there. */
  readonly record_ids: readonly string[];
};

/** A set of records that was received and kept before it is taken in. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly version: number;
  readonly receivedAt: Instant;
  readonly drafts: readonly Draft[];
  /** Null while it waits. */
  readonly intake: Intake | null;
  /** When its job went to the dead letters; null unless it waits to be tried again by a person. */
  readonly failedAt: Instant | null;
}

export const deliveryFailures = failures("delivery", {
  missing: { category: "missing", title: "No such delivery" },
  not_failed: {
    category: "conflict",
    title: "Only a delivery that failed can be tried again",
  },
});
