import type { QueueCount } from "../../../ports/review_work.ts";
import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { openQueues, type ReviewQueue } from "../review_queue.ts";

/** The queues, in order, and what waits in each; one in which nothing waits has no count. */
export interface QueueList {
  readonly queues: readonly ReviewQueue[];
  readonly counts: readonly QueueCount[];
}

/** The review queues and how full they are; `default` is counted, and is no queue of the tenant's. */
export async function listQueues(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
): Promise<Result<QueueList, AccessDenied>> {
  const allowed = permit(scope, "approvals.read");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const queues = openQueues(await tx.reviewQueues.all());
    const counts = await tx.reviewWork.counts({
      queues,
      now,
      deciders: [],
      from: null,
      order: "oldest",
    });
    return ok({ queues, counts });
  });
}
