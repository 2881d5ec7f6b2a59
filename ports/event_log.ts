import type { ChainHead, RecordedEvent } from "../src/events/event.ts";
import type { Fact } from "../src/events/fact.ts";
import type { Instant } from "../src/kernel/instant.ts";

/** Narrows the log; every given part must hold. */
export interface EventFilter {
  readonly types?: readonly string[];
  readonly sourceAgent?: string;
  /** The id of the member or key that acted. */
  readonly actor?: string;
  /** The id of what the event is about (see `src/events/subject.ts`). */
  readonly subject?: string;
  /** `occurredAt` from this instant on. */
  readonly from?: Instant;
  /** `occurredAt` before this instant. */
  readonly to?: Instant;
}

export interface EventLog {
  /**
   * Keeps `facts` for good, numbered and chained, and the jobs that follow from them in the outbox,
   * when the unit commits: all facts of one unit stand together, in the order appended.
   */
  append(facts: readonly Fact[]): void;
  /**
   * Erases the contents of these committed events when the unit commits: payload and salt go, and the chain still
   * verifies. The unit throws unless the `PERSONAL_DATA_ERASED` facts it appends name just these events, and for an
   * event that is itself one of these, that is not there, or whose `payloadHash` is null. Erased once more is no change.
   */
  erase(seqs: readonly number[]): void;
  /** Up to `limit` committed events with `seq` beyond `after`, by `seq`. */
  after(
    after: number,
    limit: number,
    filter?: EventFilter,
  ): Promise<readonly RecordedEvent[]>;
  /** The same the other way: with `seq` below `before` (null: all), the latest first. */
  before(
    before: number | null,
    limit: number,
    filter?: EventFilter,
  ): Promise<readonly RecordedEvent[]>;
  /** The committed end of the log. */
  head(): Promise<ChainHead>;
}
