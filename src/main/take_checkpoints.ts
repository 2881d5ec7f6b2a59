import type { Deps } from "../../ports/deps.ts";
import { takeCheckpoint } from "../events/use_cases/take_checkpoint.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";

/** Keeps where every tenant's log stands, one after another, until `isOver`. */
export async function takeCheckpoints(
  deps: Pick<Deps, "uow" | "clock" | "directory">,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const tenantId of await deps.directory.tenantIds()) {
    if (isOver()) return;
    const taken = await takeCheckpoint(
      deps,
      openTaskScope(tenantId, "checkpoint"),
    );
    if (!taken.ok) throw new Error(taken.failure.kind);
  }
}
