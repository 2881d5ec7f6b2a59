import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  isMonthOver,
  usageFailures,
  type UsageReport,
  type UsageReportId,
} from "../usage.ts";

/** What somebody found who looked at the provider: it was counted, or it was not and is to be told once more. */
export type Verdict = "heard" | "again";

/**
 * Settles a report that is unsure: one that was counted is sent, and one that was not is replaced by a report under
 * another id, which the next round tells. Done once: afterwards it is not unsure any more.
 */
export async function settleReport(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  { id, verdict }: { readonly id: UsageReportId; readonly verdict: Verdict },
): Promise<
  Result<
    UsageReport,
    AccessDenied | Failure<"usage.not_unsure" | "usage.month_over">
  >
> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  return await deps.uow.run(allowed.value, async (tx) => {
    const now = deps.clock.now();
    const [report] = await tx.usageReports.find([id]);
    if (report?.state !== "unsure") return fail(usageFailures.not_unsure());
    if (verdict === "heard") {
      const firstSentAt = report.firstSentAt ?? now;
      const sent = { ...report, firstSentAt, state: "sent" } as const;
      await tx.usageReports.save([sent]);
      return ok(sent);
    }
    if (isMonthOver(report, now)) return fail(usageFailures.month_over());
    await tx.usageReports.save([{ ...report, state: "replaced" }]);
    const next: UsageReport = {
      ...report,
      id: deps.ids.next("urp"),
      version: 1,
      createdAt: now,
      firstSentAt: null,
      state: "due",
    };
    await tx.usageReports.add([next]);
    return ok(next);
  });
}
