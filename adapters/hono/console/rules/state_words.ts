import type { Backtest } from "../../../../src/rules/history/backtest.ts";
import type { RuleRun } from "../../../../src/rules/history/run.ts";
import type { Tone } from "../parts/tag.tsx";

type Words = { readonly label: string; readonly tone: Tone };

/** How far a back-test is. */
export const BACKTEST_STATES: Readonly<Record<Backtest["state"], Words>> = {
  waiting: { label: "waits", tone: "plain" },
  running: { label: "runs", tone: "note" },
  done: { label: "done", tone: "good" },
  failed: { label: "failed", tone: "bad" },
};

/** How far a run is. */
export const RUN_STATES: Readonly<Record<RuleRun["state"], Words>> = {
  applying: { label: "applying", tone: "note" },
  applied: { label: "applied", tone: "good" },
  undoing: { label: "being undone", tone: "note" },
  undone: { label: "undone", tone: "plain" },
  failed: { label: "failed", tone: "bad" },
};
