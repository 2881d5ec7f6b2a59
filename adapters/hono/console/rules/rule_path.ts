import { backtestFailures } from "../../../../src/rules/history/backtest.ts";
import { runFailures } from "../../../../src/rules/history/run.ts";
import { ruleFailures } from "../../../../src/rules/rule.ts";
import type { BacktestId, RuleId, RunId } from "../../../../src/kernel/ids.ts";

/** The section's first page. */
export const RULES = "/console/rules";
export const BACKTESTS = "/console/rules/backtests";
export const RUNS = "/console/rules/runs";

/** The page of one rule. */
export function rulePath(id: RuleId): `/console/rules/${RuleId}` {
  return `${RULES}/${id}`;
}

/** The page of one back-test. */
export function backtestPath(
  id: BacktestId,
): `/console/rules/backtests/${BacktestId}` {
  return `${BACKTESTS}/${id}`;
}

/** The page of one run. */
export function runPath(id: RunId): `/console/rules/runs/${RunId}` {
  return `${RUNS}/${id}`;
}

/** The kinds of ids in addresses. */
export const ruleId = {
  prefix: "rule",
  missing: (id: string) => ruleFailures.missing({ rule_id: id }),
} as const;
export const backtestId = {
  prefix: "bkt",
  missing: (id: string) => backtestFailures.missing({ backtest_id: id }),
} as const;
export const runId = {
  prefix: "run",
  missing: (id: string) => runFailures.missing({ run_id: id }),
} as const;
export const suggestionId = {
  prefix: "sug",
  missing: (id: string) =>
    ruleFailures.suggestion_missing({ suggestion_id: id }),
} as const;
