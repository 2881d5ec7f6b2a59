import type { Deps } from "../../../ports/deps.ts";
import type { FeedDue } from "../../../ports/log_progress.ts";
import { laterJob } from "../../events/later_job.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";

/** Puts a job into the outbox for each of these feeds of the tenant; two who do so for the same version put one. */
export async function queuePushes(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  due: readonly Omit<FeedDue, "tenantId">[],
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const jobs = due.map(({ endpointId, version, createdAt: dueAt }) =>
    laterJob(scope.tenantId, { kind: "push_events", endpointId }, {
      // Long ago and the same for all: at once, and under one id.
      dueAt,
      turn: String(version),
    })
  );
  return deps.uow.run(allowed.value, async (tx) => {
    await tx.jobs.later(jobs);
    return ok(null);
  });
}
