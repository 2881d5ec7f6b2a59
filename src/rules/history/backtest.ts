import { failures } from "../../kernel/failure.ts";
import type { BacktestId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { RecordFilter } from "../../records/record_filter.ts";
import type { BacktestReport } from "./backtest_report.ts";
import type { RuleChange } from "./draft.ts";

/** A change of the rules, tried on records that are stored. Nothing is written but its report. */
export interface Backtest {
  readonly id: BacktestId;
  readonly version: number;
  readonly createdAt: Instant;
  /** The id of the member or key that asked. */
  readonly createdBy: string;
  /** The set that the changes start from. */
  readonly rulesetVersion: number;
  readonly changes: readonly RuleChange[];
  readonly filter: RecordFilter;
  readonly state: "waiting" | "running" | "done" | "failed";
  /** The last record looked at, latest first; null before the first. */
  readonly scannedTo: RecordId | null;
  readonly report: BacktestReport;
  readonly endedAt: Instant | null;
  /** When the changes were put in force. */
  readonly activatedAt: Instant | null;
}

export const backtestFailures = failures("backtest", {
  missing: { category: "missing", title: "No such back-test" },
  unknown_version: {
    category: "invalid",
    title: "There is no such version of the rules to give back",
  },
  not_alone: {
    category: "invalid",
    title: "An earlier set of rules is given back by itself",
  },
  unfinished: {
    category: "conflict",
    title: "The back-test is not done",
  },
  stale: {
    category: "conflict",
    title: "What the back-test showed is no longer what would happen",
  },
  activated: {
    category: "conflict",
    title: "The back-test was activated already",
  },
  nothing_seen: {
    category: "conflict",
    title:
      "Your company wants changes back-tested, and this test saw no record",
  },
  nothing_to_restore: {
    category: "invalid",
    title: "The rules are what they were in that version",
  },
  sampled: {
    category: "conflict",
    title: "A back-test of a sample cannot be applied to history",
  },
});
