import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReportScheduleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { scheduleFailures } from "../report_schedule.ts";

/** Ends a schedule. The reports that it had made stay. */
export async function removeSchedule(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: ReportScheduleId,
): Promise<Result<null, AccessDenied | Failure<"report_schedule.missing">>> {
  const allowed = permit(scope, "reports.write");
  if (!allowed.ok) return allowed;
  const removedAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [found] = await tx.reportSchedules.find([id]);
    if (!found || found.removedAt !== null) {
      return fail(scheduleFailures.missing({ schedule_id: id }));
    }
    await tx.reportSchedules.save([{
      ...found,
      removedAt,
      nextAt: null,
      run: found.run + 1,
    }]);
    tx.events.append([{
      type: "REPORT_SCHEDULE_REMOVED",
      payload: { schedule_id: id },
    }]);
    return ok(null);
  });
}
