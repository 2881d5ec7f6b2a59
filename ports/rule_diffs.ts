import type { BacktestId, RecordId, RunId } from "../src/kernel/ids.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";
import type { RecordDiff } from "../src/rules/history/plan.ts";

/** What back-tests found and runs changed, record by record. */
export interface RuleDiffs {
  /** Keeps diffs of a back-test or a run; one of the same record replaces the earlier one. */
  put(owner: BacktestId | RunId, diffs: readonly RecordDiff[]): Promise<void>;
  /** In the order of the records' ids, the latest first; the cursor is the last id shown. */
  list(
    owner: BacktestId | RunId,
    page: PageRequest,
  ): Promise<Page<RecordDiff>>;
  /** Those of these records that are there, in any order. */
  find(
    owner: BacktestId | RunId,
    recordIds: readonly RecordId[],
  ): Promise<readonly RecordDiff[]>;
  /** How many of its records have another version now than the one kept. */
  changedSince(owner: BacktestId | RunId): Promise<number>;
}
