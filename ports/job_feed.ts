import type { Job, QueueName } from "../src/events/job.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { TenantId } from "../src/kernel/ids.ts";
import type { LogProgress } from "./log_progress.ts";

/** Which jobs a relay asks for. */
export interface Take {
  /** How many at most. */
  readonly limit: number;
  /** How many jobs of one tenant may be out (taken and not settled) at once. Relays that take in the same moment may exceed it together. */
  readonly share: number;
  readonly now: Instant;
  /** A job taken before this instant and still not settled counts as lost and is due again. */
  readonly takenBefore: Instant;
}

/** How one queue stands, over all tenants. */
export interface QueueCensus {
  /** Jobs that are not settled, and the records in those that are due. */
  readonly jobs: number;
  readonly records: number;
  /** When the oldest of them became due: when it was made, or at its time; null where none is due. */
  readonly oldest: Instant | null;
  /** When the oldest that is due and was never taken became due; null where there is none. */
  readonly untaken: Instant | null;
  /** Dead letters that were not replayed. */
  readonly dead: number;
  readonly oldestDead: Instant | null;
}

/** The outbox as a whole at one moment. */
export interface Census {
  readonly queues: Readonly<Record<QueueName, QueueCensus>>;
  /** Records in jobs that are due and not settled, by tenant; a tenant without any is left out. */
  readonly tenants: ReadonlyMap<TenantId, number>;
}

/** The outbox as the relay sees it, across tenants: jobs that are not settled yet. */
export interface JobFeed {
  /**
   * Gives due jobs to `carry`, all at once: the tenants take turns, each one's oldest first. They count as taken once
   * `carry` is done; if it throws, none of them does, and the error is thrown on. Several relays at once get
   * different jobs.
   */
  take(
    asked: Take,
    carry?: (jobs: readonly Job[]) => Promise<void>,
  ): Promise<readonly Job[]>;
  census(now: Instant): Promise<Census>;
  readonly logs: LogProgress;
}
