import type { ApprovalId, ConnectionId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Task } from "./job.ts";

/** A task that follows; not before `dueAt`, where that is given. */
export interface Work {
  readonly task: Task;
  readonly dueAt?: Instant;
}

/** What waits is looked at again in batches, each of which asks for the next; none after the last. */
export function refreshOf(
  payload: { version: number; next_after?: ApprovalId | null },
): readonly Work[] {
  const { version, next_after: after } = payload;
  if (after === null) return [];
  return [{ task: { kind: "refresh_reviews", version, after: after ?? null } }];
}

/** The pull of a connection that is its `run`th. */
export function pullOf(
  connectionId: ConnectionId,
  run: number,
  dueAt: Instant | null,
): Work {
  return {
    task: { kind: "pull_connection", connectionId, run },
    ...dueAt !== null && { dueAt },
  };
}
