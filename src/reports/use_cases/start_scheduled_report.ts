import type { Deps } from "../../../ports/deps.ts";
import type { ReportScheduleId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { newReport } from "../new_report.ts";
import { lastDue, nextDue } from "../next_due.ts";
import { windowBefore } from "../schedule_window.ts";

type Job = {
  readonly id: string;
  readonly scheduleId: ReportScheduleId;
  readonly run: number;
};

/**
 * The job of a time at which a report is due: asks for that report, and sets the next time. Both stand in the unit that
 * settles the job, so that of many workers one does it. After a stop one report is made, of the last time that was
 * missed, and none for those before.
 */
export async function startScheduledReport(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  { id: jobId, scheduleId, run }: Job,
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const reportId = deps.ids.next("rpt");
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(jobId)) return ok(null);
    const [schedule] = await tx.reportSchedules.find([scheduleId]);
    if (!schedule || schedule.run !== run || schedule.nextAt === null) {
      return ok(null);
    }
    const { cron, timeZone, terms, covers, createdBy } = schedule;
    const dueAt = lastDue(cron, timeZone, { since: schedule.nextAt, now });
    await tx.reports.add([newReport({
      id: reportId,
      createdAt: now,
      createdBy,
      scheduleId,
      terms,
      period: windowBefore(dueAt, covers, timeZone),
    })]);
    // A clock that is behind would find the same time again.
    const nextAt = nextDue(cron, timeZone, dueAt > now ? dueAt : now);
    await tx.reportSchedules.save([{
      ...schedule,
      run: run + 1,
      nextAt,
      lastReportId: reportId,
    }]);
    tx.events.append([{
      type: "REPORT_REQUESTED",
      payload: {
        report_id: reportId,
        kind: terms.kind,
        schedule_id: scheduleId,
      },
    }, {
      type: "REPORT_SCHEDULE_RAN",
      payload: {
        schedule_id: scheduleId,
        run: run + 1,
        due_at: nextAt,
        report_id: reportId,
      },
    }]);
    return ok(null);
  });
}
