import type { Decision, DecisionItem } from "../src/approvals/decision.ts";
import type { ApprovalId, DecisionId } from "../src/kernel/ids.ts";

/** What people decided in one step, and what it takes to take it back. */
export interface Decisions {
  add(decision: Decision, items: readonly DecisionItem[]): Promise<void>;
  find(id: DecisionId): Promise<Decision | undefined>;
  /** All of one decision, by approval, locked until the unit ends so that one of many undoes it. */
  items(id: DecisionId): Promise<readonly DecisionItem[]>;
  /** The latest of an approval that stands, locked likewise. */
  latestOf(approvalId: ApprovalId): Promise<DecisionItem | undefined>;
  /** Marks items as undone. */
  undo(
    items: readonly DecisionItem[],
    undone: NonNullable<DecisionItem["undone"]>,
  ): Promise<void>;
}
