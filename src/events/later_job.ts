import type { TenantId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { canonicalJson } from "../kernel/json.ts";
import { sha256 } from "../kernel/sha256.ts";
import type { Task } from "./job.ts";
import type { Reaction } from "./reactions.ts";

/** A job that follows from no fact, such as another try at its time; `turn` tells it from others with the same task. */
export function laterJob(
  tenantId: TenantId,
  task: Task,
  { dueAt, turn }: { readonly dueAt: Instant; readonly turn: string },
): Reaction {
  const hash = sha256(canonicalJson([tenantId, turn, task, dueAt]));
  return {
    id: `${task.kind}-${hash.slice(0, 32)}`,
    tenantId,
    task,
    dueAt,
  };
}
