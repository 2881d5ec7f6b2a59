import type { HistoryEntry } from "../src/approvals/history_entry.ts";
import type { ApprovalId } from "../src/kernel/ids.ts";

/** What people did with approvals. */
export interface ApprovalHistory {
  add(entries: readonly HistoryEntry[]): Promise<void>;
  /** Of one approval, the oldest first. */
  of(approvalId: ApprovalId): Promise<readonly HistoryEntry[]>;
}
