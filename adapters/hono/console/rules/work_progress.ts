import type { Deps } from "../../../../ports/deps.ts";
import { ok } from "../../../../src/kernel/result.ts";
import type { Backtest } from "../../../../src/rules/history/backtest.ts";
import type { RuleRun } from "../../../../src/rules/history/run.ts";
import { readBacktest } from "../../../../src/rules/use_cases/read_backtest.ts";
import { readRun } from "../../../../src/rules/use_cases/read_run.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import type { HowFar } from "../parts/how_far.ts";
import { progressStream } from "../shell/progress_stream.ts";
import { backtestId, runId } from "./rule_path.ts";

/** How far a back-test is: records looked at. */
export function backtestHowFar({ report, state }: Backtest): HowFar {
  return {
    done: report.scanned,
    total: report.total,
    isOver: state === "done" || state === "failed",
  };
}

/** How far a run, or its undo, is. */
export async function runHowFar(
  deps: Deps,
  scope: Scope,
  { state, counts, backtestId }: RuleRun,
): Promise<HowFar> {
  const isOver = state !== "applying" && state !== "undoing";
  // An undo goes through what was changed.
  if (state === "undoing" || state === "undone") {
    const done = counts.restored + counts.kept;
    return {
      done: Math.min(done, counts.changed),
      total: counts.changed,
      isOver,
    };
  }
  const { scanned } = counts;
  if (isOver) return { done: scanned, total: scanned, isOver };
  // Of a rule's own run nobody counted before.
  const backtest = backtestId &&
    await readBacktest(deps, scope, backtestId, null);
  const planned = backtest && backtest.ok
    ? backtest.value.backtest.report
    : null;
  const total = planned && planned.changed;
  return { done: Math.min(scanned, total ?? scanned), total, isOver };
}

export const backtestProgress = progressStream({
  path: "/rules/backtests/{id}/progress",
  action: "rules.read",
  id: backtestId,
  async read(deps, scope, id) {
    const found = await readBacktest(deps, scope, id, null);
    return found.ok ? ok(backtestHowFar(found.value.backtest)) : found;
  },
});

export const runProgress = progressStream({
  path: "/rules/runs/{id}/progress",
  action: "rules.read",
  id: runId,
  async read(deps, scope, id) {
    const found = await readRun(deps, scope, id, null);
    return found.ok ? ok(await runHowFar(deps, scope, found.value.run)) : found;
  },
});
