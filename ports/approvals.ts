import type { Approval } from "../src/approvals/approval.ts";
import type { ApprovalId, RecordId } from "../src/kernel/ids.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";

export interface Approvals {
  add(approvals: readonly Approval[]): Promise<void>;
  /** Those of `ids` that are there, in any order, locked until the unit ends so that one of many deciders wins. */
  find(ids: readonly ApprovalId[]): Promise<readonly Approval[]>;
  /** The waiting approvals of these records, one each at most, locked as by `find`. */
  waitingFor(recordIds: readonly RecordId[]): Promise<readonly Approval[]>;
  /** Writes each as the version after its own. A stale version makes the unit of work start over. */
  save(approvals: readonly Approval[]): Promise<void>;
  /** Of one state, oldest first; the cursor is the last id shown. */
  list(
    state: Approval["state"]["kind"],
    page: PageRequest,
  ): Promise<Page<Approval>>;
  /** Whether any was ever an audit. */
  everAudited(): Promise<boolean>;
  /** How many wait. */
  countWaiting(): Promise<number>;
  /** The confidences of the latest `limit` items that were not sure enough, audits left out. */
  latestDoubts(limit: number): Promise<readonly number[]>;
}
