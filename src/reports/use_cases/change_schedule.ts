import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReportScheduleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { cronFlaw, nextDue } from "../next_due.ts";
import { checkTerms } from "../parts/check_terms.ts";
import { type ReportSchedule, scheduleFailures } from "../report_schedule.ts";
import { toldSchedule } from "../told_schedule.ts";
import type { NewSchedule } from "./create_schedule.ts";

/** Changes a schedule; what is left out stays. Its next report is due by the new cron from now on: none is made up for a pause. */
export async function changeSchedule(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: ReportScheduleId,
  { change, seenVersion }: {
    readonly change: Partial<NewSchedule>;
    readonly seenVersion: number | null;
  },
): Promise<
  Result<
    ReportSchedule,
    | AccessDenied
    | Failure<
      | "report.unknown_filter"
      | "report_schedule.missing"
      | "report_schedule.stale"
      | "report_schedule.wrong_time"
    >
  >
> {
  const allowed = permit(scope, "reports.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [before] = await tx.reportSchedules.find([id]);
    if (!before || before.removedAt !== null) {
      return fail(scheduleFailures.missing({ schedule_id: id }));
    }
    const { version } = before;
    if (seenVersion !== null && seenVersion !== version) {
      return fail(scheduleFailures.stale({ version }));
    }
    const changed = { ...before, ...change };
    const terms = await checkTerms(tx, changed.terms, "/report");
    if (!terms.ok) return terms;
    const { cron, timeZone, paused } = changed;
    const flaw = cronFlaw(cron, timeZone, now);
    if (flaw !== null) return fail(scheduleFailures.wrong_time({}, [flaw]));
    const after: ReportSchedule = {
      ...changed,
      terms: terms.value,
      run: before.run + 1,
      nextAt: paused ? null : nextDue(cron, timeZone, now),
    };
    await tx.reportSchedules.save([after]);
    tx.events.append([{
      type: "REPORT_SCHEDULE_UPDATED",
      payload: {
        schedule_id: id,
        run: after.run,
        due_at: after.nextAt,
        before: toldSchedule(before),
        after: toldSchedule(after),
      },
    }]);
    return ok({ ...after, version: version + 1 });
  });
}
