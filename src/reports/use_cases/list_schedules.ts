import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { ReportSchedule } from "../report_schedule.ts";

/** All report schedules that were not removed, by id. */
export async function listSchedules(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<readonly ReportSchedule[], AccessDenied>> {
  const allowed = permit(scope, "reports.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const all = await tx.reportSchedules.all();
    return ok(all.filter(({ removedAt }) => removedAt === null));
  });
}
