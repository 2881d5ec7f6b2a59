import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReportScheduleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type ReportSchedule, scheduleFailures } from "../report_schedule.ts";

/** One report schedule. */
export async function readSchedule(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ReportScheduleId,
): Promise<
  Result<ReportSchedule, AccessDenied | Failure<"report_schedule.missing">>
> {
  const allowed = permit(scope, "reports.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [found] = await tx.reportSchedules.find([id]);
    return found && found.removedAt === null
      ? ok(found)
      : fail(scheduleFailures.missing({ schedule_id: id }));
  });
}
