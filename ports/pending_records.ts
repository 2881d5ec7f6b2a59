import type { ConnectionId, RecordId } from "../src/kernel/ids.ts";
import type { Money } from "../src/kernel/money.ts";

/** Which records are not booked yet at their source. */
export interface PendingRecords {
  /** Counts these as pending; one that is already stays so. */
  add(recordIds: readonly RecordId[]): Promise<void>;
  /** Counts these as booked. */
  remove(recordIds: readonly RecordId[]): Promise<void>;
  /** Those of `recordIds` that are pending, in any order. */
  among(recordIds: readonly RecordId[]): Promise<readonly RecordId[]>;
  /** The pending records of a connection with one of these amounts, or with a version kept aside that has it; in any order, each once. */
  alike(
    amounts: readonly {
      readonly connectionId: ConnectionId;
      readonly amount: Money;
    }[],
  ): Promise<readonly RecordId[]>;
}
