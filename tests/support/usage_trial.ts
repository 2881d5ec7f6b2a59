import type { MeterReading, UsageMeter } from "../../ports/usage_meter.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import type { UsageReport, UsageReportId } from "../../src/billing/usage.ts";
import { reportUsage } from "../../src/billing/use_cases/report_usage.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { openBillingTrial } from "./billing_trial.ts";
import { incoming, value } from "./trial.ts";

const DAY_MS = 86_400_000;

/** What becomes of a reading: it is not heard, or it is and the answer is lost, or it is refused. */
export type Fate = "unheard" | "unanswered" | "refused";

/** A trial of a service that reports usage, before a meter of which every word is noted. */
export async function openUsageTrial(
  given: Parameters<typeof openBillingTrial>[0] = {},
) {
  const trial = await openBillingTrial(given);
  const { usageMeter: meter } = trial.deps;
  const asked: MeterReading[] = [];
  const fates: Fate[] = [];
  const heardAt = new Map<string, Instant>();
  let counted = 0;
  /** As a provider counts that remembers an id for a day, and takes what is no older than 35 days. */
  function count({ id, amount, at }: MeterReading): void {
    const now = trial.clock.now();
    if (plusMs(at, 35 * DAY_MS) < now) throw new Error("that is too old");
    const before = heardAt.get(id);
    if (before !== undefined && plusMs(before, DAY_MS) > now) return;
    heardAt.set(id, now);
    counted += amount;
  }
  const usageMeter: UsageMeter = {
    async report(reading) {
      asked.push(reading);
      const fate = fates.shift();
      if (fate === "refused") return fail(paymentFailures.refused());
      if (fate === "unheard") return fail(paymentFailures.unavailable());
      const heard = await meter!.report(reading);
      count(reading);
      return fate === "unanswered"
        ? fail(paymentFailures.unavailable())
        : heard;
    },
  };
  const deps = { ...trial.deps, usageMeter };
  const task = openTaskScope(trial.scope.tenantId, "usage");
  const read = value(permit(trial.scope, "billing.read"));
  return {
    ...trial,
    deps,
    /** All that the meter was told, again and again. */
    asked,
    /** What becomes of the next readings; those beyond are heard. */
    fates,
    /** Whether the provider counted a report, and how much it counted in all. */
    isCounted: (id: string) => heardAt.has(id),
    counted: () => counted,
    /** Takes in new records, which counts them. */
    async count(records: number): Promise<void> {
      await trial.send(...Array.from({ length: records }, () => incoming()));
    },
    report: async (by: Parameters<typeof reportUsage>[0] = deps) =>
      value(await reportUsage(by, task)),
    /** Reports that are not known to have been heard. */
    async open(): Promise<readonly UsageReport[]> {
      const { value: open } = await trial.deps.uow.run(
        read,
        async (tx) => ok(await tx.usageReports.open()),
      );
      return open;
    },
    /** How a report stands. */
    async state(id: string): Promise<UsageReport["state"] | undefined> {
      const { value: found } = await trial.deps.uow.run(
        read,
        async (tx) => ok(await tx.usageReports.find([id as UsageReportId])),
      );
      return found[0]?.state;
    },
  };
}
