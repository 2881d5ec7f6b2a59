import type { Deps } from "../../ports/deps.ts";
import { checkReviewQueue } from "../notifications/use_cases/check_review_queue.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";

type Needed = Pick<Deps, "uow" | "clock" | "directory">;

/** Looks at every tenant's review queue, one after another, until `isOver`. */
export async function checkReviewQueues(
  deps: Needed,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const tenantId of await deps.directory.tenantIds()) {
    if (isOver()) return;
    const scope = openTaskScope(tenantId, "review_queue");
    const checked = await checkReviewQueue(deps, scope);
    if (!checked.ok) throw new Error(checked.failure.kind);
  }
}
