import { failures } from "../kernel/failure.ts";
import type { DeadLetterId, DeliveryId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { QueueName, Task } from "./job.ts";

/** Work that was given up: what it was, why, and when. It stays after a replay, which makes a new job. */
export interface DeadLetter {
  readonly id: DeadLetterId;
  readonly jobId: string;
  readonly queue: QueueName;
  readonly task: Task;
  /** What failed, by name: a failure's kind such as `delivery.missing`, or what was thrown, such as `PostgresError 23514`. */
  readonly errorClass: string;
  /** The last failure in a sentence, without content. */
  readonly reason: string;
  readonly attempts: number;
  readonly firstFailedAt: Instant;
  readonly diedAt: Instant;
  /** The trace of the request that caused the job; null where none is known. */
  readonly traceparent: string | null;
  /** When it was sent again; null while it waits for that. */
  readonly replayedAt: Instant | null;
}

/** Which dead letters: all that is given must hold. */
export interface DeadLetterFilter {
  readonly ids?: readonly DeadLetterId[];
  readonly queue?: QueueName;
  /** Of jobs that take in this delivery. */
  readonly deliveryId?: DeliveryId;
  readonly errorClass?: string;
  /** `diedAt` from this instant on. */
  readonly from?: Instant;
  /** `diedAt` before this instant. */
  readonly to?: Instant;
  /** Already replayed, or not yet. */
  readonly replayed?: boolean;
}

export const deadLetterFailures = failures("dead_letter", {
  missing: { category: "missing", title: "No such dead letter" },
});
