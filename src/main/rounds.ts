import type { Deps } from "../../ports/deps.ts";
import { reportUsage } from "../billing/use_cases/report_usage.ts";
import { isFlat } from "../billing/plan.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";
import { checkReviewQueues } from "./check_review_queues.ts";
import { eachAccount, type RoundWatch } from "./each_account.ts";
import { keepRound, type RoundKeeper } from "./keep_round.ts";
import { type BillingReport, reconcileBilling } from "./reconcile_billing.ts";
import { takeCheckpoints } from "./take_checkpoints.ts";
import { retainAll } from "./retain_all.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When each begins after the start, when the rush is over, and how long after its end it begins again. */
const TIMES = {
  reviewQueues: { firstMs: 300_000, everyMs: HOUR_MS },
  retention: { firstMs: 600_000, everyMs: DAY_MS },
  checkpoints: { firstMs: 1_500_000, everyMs: HOUR_MS },
  usage: { firstMs: 900_000, everyMs: HOUR_MS },
  billing: { firstMs: 1_200_000, everyMs: DAY_MS },
} as const;

/** All that a worker does by the clock, for every tenant in turn. */
export function keepRounds(
  deps: Deps,
  { onError, onDrift }: {
    readonly onError: (error: unknown) => void;
    /** Told of a comparison with the payment provider that found something. */
    readonly onDrift: (report: BillingReport) => void;
  },
): RoundKeeper {
  const rounds = [
    keepRound((isOver) => checkReviewQueues(deps, isOver), {
      ...TIMES.reviewQueues,
      onError,
    }),
    keepRound(async (isOver) => {
      for await (const _ of retainAll(deps)) if (isOver()) return;
    }, { ...TIMES.retention, onError }),
    // Each hour, so that one that ended with its process does not wait for another day.
    keepRound((isOver) => takeCheckpoints(deps, isOver), {
      ...TIMES.checkpoints,
      onError,
    }),
  ];
  if (!isFlat(deps.plans)) {
    rounds.push(
      keepRound((isOver) => reportAllUsage(deps, { isOver, onError }), {
        ...TIMES.usage,
        onError,
      }),
      keepRound(async (isOver) => {
        const report = await reconcileBilling(deps, { isOver, onError });
        if (report && foundAny(report)) onDrift(report);
      }, { ...TIMES.billing, onError }),
    );
  }
  return {
    async close() {
      // At once: each looks whether it is over.
      await Promise.all(rounds.map((one) => one.close()));
    },
  };
}

async function reportAllUsage(deps: Deps, watch: RoundWatch): Promise<void> {
  await eachAccount(deps, async ({ tenantId }) => {
    const reported = await reportUsage(deps, openTaskScope(tenantId, "usage"));
    if (!reported.ok) throw new Error(reported.failure.kind);
  }, watch);
}

function foundAny(report: BillingReport): boolean {
  return [
    report.drift,
    report.unreadable,
    report.unclaimed,
    report.unsure_reports,
    report.refused_reports,
    report.failed,
  ].some((found) => found.length > 0);
}
