import type { Deps } from "../../../ports/deps.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { resetsAt } from "../../kernel/month.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { accountOf } from "../parts/read_standing.ts";
import { isTooLate, type UsageReport, type UsageReportId } from "../usage.ts";

/** What a person has to look at. */
export interface Reported {
  /** Reports that are told no more, since it is too late; somebody has to settle them. */
  readonly unsure: readonly UsageReportId[];
  /** Reports that were refused now; they are told again. */
  readonly refused: readonly UsageReportId[];
}

/**
 * Tells the provider what was used since the last time. Each part is cut off and kept under an id before it is told, and
 * told under that id until it was heard, so a crash or an error counts nothing twice. One that cannot be said any more is
 * left to a person: too little is asked for rather than too much.
 */
export async function reportUsage(
  deps: Pick<
    Deps,
    "uow" | "clock" | "ids" | "payments" | "plans" | "usageMeter"
  >,
  scope: Scope,
): Promise<Result<Reported, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const { usageMeter, payments, plans, clock } = deps;
  const meter = plans.meters[payments.provider];
  const none = ok({ unsure: [], refused: [] });
  if (!usageMeter || meter === undefined) return none;
  const found = await cutOff(deps, allowed.value);
  if (found === null) return none;
  const unsure = [...found.unsure];
  const refused: UsageReportId[] = [];
  for (const report of found.reports) {
    const now = clock.now();
    const { firstSentAt } = report;
    if (isTooLate(report, now)) {
      await put(deps, allowed.value, { ...report, state: "unsure" });
      unsure.push(report.id);
      continue;
    }
    const sending = { ...report, firstSentAt: firstSentAt ?? now };
    if (firstSentAt === null) await put(deps, allowed.value, sending);
    const told = await usageMeter.report({
      id: report.id,
      customer: found.customer,
      meter,
      amount: report.amount,
      at: within(report, now),
    });
    if (told.ok) await put(deps, allowed.value, { ...sending, state: "sent" });
    else if (told.failure.kind === "payments.refused") {
      // It was not heard this time: whether it was before is as it was.
      await put(deps, allowed.value, report);
      refused.push(report.id);
    }
  }
  return ok({ unsure, refused });
}

/** Cuts off what was counted since, and gives what is still to be told; null for a tenant that is no customer. */
async function cutOff(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "payments">,
  permit: Permit,
) {
  const { value } = await deps.uow.run(permit, async (tx) => {
    const account = await accountOf(deps, tx);
    if (!account) return ok(null);
    const createdAt = deps.clock.now();
    const parts = await tx.usage.cutOff();
    await tx.usageReports.add(parts.map((part) => ({
      ...part,
      id: deps.ids.next("urp"),
      version: 1,
      createdAt,
      firstSentAt: null,
      state: "due",
    })));
    const open = await tx.usageReports.open();
    return ok({
      customer: account.customer,
      reports: open.filter(({ state }) => state === "due"),
      unsure: open.filter(({ state }) => state === "unsure")
        .map(({ id }) => id),
    });
  });
  return value;
}

/** Writes a report over whichever version is there, unless it was told already. */
async function put(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  report: UsageReport,
): Promise<void> {
  await deps.uow.run(permit, async (tx) => {
    const [current] = await tx.usageReports.find([report.id]);
    if (current?.state === "due") {
      await tx.usageReports.save([{ ...report, version: current.version }]);
    }
    return ok(null);
  });
}

/** The time of a reading: now, or the last moment of its month. */
function within({ month }: UsageReport, now: Instant): Instant {
  const last = plusMs(resetsAt(month), -1);
  return now < last ? now : last;
}
