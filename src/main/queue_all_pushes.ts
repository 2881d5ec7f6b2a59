import type { Deps } from "../../ports/deps.ts";
import type { LogProgress } from "../../ports/log_progress.ts";
import { queuePushes } from "../notifications/use_cases/queue_pushes.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";

/** Feeds found at a time, over all tenants. */
const FEEDS = 200;

/**
 * Puts a job into the outbox for every feed that lacks events and has none; tells whether there may be more. What is to
 * be sent follows from how far feeds and logs are, and from nothing that could be lost.
 */
export async function queueAllPushes(
  { uow, clock }: Pick<Deps, "uow" | "clock">,
  logs: Pick<LogProgress, "feedsDue">,
): Promise<boolean> {
  const due = await logs.feedsDue(clock.now(), FEEDS);
  for (const [tenantId, own] of Map.groupBy(due, ({ tenantId }) => tenantId)) {
    const queued = await queuePushes(
      { uow },
      openTaskScope(tenantId, "push"),
      own,
    );
    if (!queued.ok) throw new Error(queued.failure.kind);
  }
  return due.length === FEEDS;
}
