import { failures } from "../../kernel/failure.ts";
import type { BacktestId, RecordId, RuleId, RunId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { RecordFilter } from "../../records/record_filter.ts";
import { NONE_PASSED_OVER, type PassedOver } from "./passed_over.ts";

/** Rules applied to records that were decided already, so that it can be undone. */
export interface RuleRun {
  readonly id: RunId;
  readonly version: number;
  readonly createdAt: Instant;
  /** The id of the member or key that asked. */
  readonly createdBy: string;
  /** One of the two: the rule that is applied, or the back-test whose differences are. */
  readonly ruleId: RuleId | null;
  readonly backtestId: BacktestId | null;
  readonly rulesetVersion: number;
  readonly filter: RecordFilter;
  readonly state: "applying" | "applied" | "undoing" | "undone" | "failed";
  /** The last record looked at; null before the first. */
  readonly scannedTo: RecordId | null;
  readonly counts: RunCounts;
  /** When applying, or undoing, came to its end. */
  readonly endedAt: Instant | null;
  readonly undoneBy: string | null;
}

/** Records by what became of them: those looked at were changed, were so already, or were passed over. */
export type RunCounts = {
  readonly scanned: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly passedOver: PassedOver;
  /** By an undo: taken back, fully or in part, and left because all of it changed since. */
  readonly restored: number;
  readonly kept: number;
};

export const NO_COUNTS: RunCounts = {
  scanned: 0,
  changed: 0,
  unchanged: 0,
  passedOver: NONE_PASSED_OVER,
  restored: 0,
  kept: 0,
};

/** Records that were left because something had changed since: what the log tells of a run. */
export function leftIn(
  { passedOver: { changed_since, category_archived } }: RunCounts,
): number {
  return changed_since + category_archived;
}

export const runFailures = failures("run", {
  missing: { category: "missing", title: "No such run" },
  unfinished: { category: "conflict", title: "The run is still applying" },
  undone: { category: "conflict", title: "The run was undone already" },
});
