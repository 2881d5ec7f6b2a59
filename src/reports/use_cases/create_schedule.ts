import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { cronFlaw, nextDue } from "../next_due.ts";
import { checkTerms } from "../parts/check_terms.ts";
import {
  type ReportSchedule,
  scheduleFailures,
  SCHEDULES_MAX,
} from "../report_schedule.ts";

/** What a person says of a schedule. */
export type NewSchedule = Pick<
  ReportSchedule,
  "name" | "cron" | "timeZone" | "covers" | "terms" | "paused"
>;

/** Has a report made again and again. */
export async function createSchedule(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  given: NewSchedule,
): Promise<
  Result<
    ReportSchedule,
    | AccessDenied
    | Failure<
      | "report.unknown_filter"
      | "report_schedule.too_many"
      | "report_schedule.wrong_time"
    >
  >
> {
  const allowed = permit(scope, "reports.write");
  if (!allowed.ok) return allowed;
  const id = deps.ids.next("rps");
  const now = deps.clock.now();
  const { name, cron, timeZone, covers, paused } = given;
  const flaw = cronFlaw(cron, timeZone, now);
  if (flaw !== null) return fail(scheduleFailures.wrong_time({}, [flaw]));
  const nextAt = paused ? null : nextDue(cron, timeZone, now);
  return deps.uow.run(allowed.value, async (tx) => {
    const terms = await checkTerms(tx, given.terms, "/report");
    if (!terms.ok) return terms;
    await tx.usage.takeTurn("report_schedules");
    const there = (await tx.reportSchedules.all())
      .filter(({ removedAt }) => removedAt === null);
    if (there.length >= SCHEDULES_MAX) {
      return fail(scheduleFailures.too_many({ most: SCHEDULES_MAX }));
    }
    const schedule: ReportSchedule = {
      id,
      version: 1,
      name,
      createdAt: now,
      createdBy: actorId(scope),
      cron,
      timeZone,
      covers,
      terms: terms.value,
      paused,
      run: 1,
      nextAt,
      lastReportId: null,
      removedAt: null,
    };
    await tx.reportSchedules.add([schedule]);
    tx.events.append([{
      type: "REPORT_SCHEDULE_CREATED",
      payload: { schedule_id: id, run: 1, due_at: nextAt },
    }]);
    return ok(schedule);
  });
}
