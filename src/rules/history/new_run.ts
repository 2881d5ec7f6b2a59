import type { Fact } from "../../events/fact.ts";
import type { RunId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { NO_COUNTS, type RuleRun } from "./run.ts";

/** A run that is about to apply, and the fact that its job follows from. */
export function newRun(
  cause: Pick<RuleRun, "ruleId" | "backtestId" | "rulesetVersion" | "filter">,
  { id, by, at }: {
    readonly id: RunId;
    readonly by: string;
    readonly at: Instant;
  },
): { readonly run: RuleRun; readonly fact: Fact } {
  return {
    run: {
      id,
      version: 1,
      createdAt: at,
      createdBy: by,
      ...cause,
      state: "applying",
      scannedTo: null,
      counts: NO_COUNTS,
      endedAt: null,
      undoneBy: null,
    },
    fact: {
      type: "RULE_RUN_STARTED",
      payload: {
        run_id: id,
        rule_id: cause.ruleId,
        backtest_id: cause.backtestId,
        ruleset_version: cause.rulesetVersion,
      },
    },
  };
}
