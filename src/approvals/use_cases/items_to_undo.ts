import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ApprovalId, DecisionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { approvalFailures } from "../approval.ts";
import { decisionFailures, type DecisionItem } from "../decision.ts";
import { personOf } from "../four_eyes.ts";

/** A whole decision; or of one approval what the caller said, while it waits for a second member, else what was last said. */
export type WhatToUndo =
  | { readonly decisionId: DecisionId }
  | { readonly approvalId: ApprovalId };

/** What of `what` is left to undo, locked; at least one. */
export async function itemsToUndo(
  tx: Pick<Tx, "decisions" | "approvals">,
  scope: Scope,
  what: WhatToUndo,
): Promise<
  Result<
    readonly DecisionItem[],
    Failure<
      | "approval.missing"
      | "decision.missing"
      | "decision.undone"
      | "decision.not_undoable"
    >
  >
> {
  if ("approvalId" in what) {
    const { approvalId } = what;
    const facts = { approval_id: approvalId };
    const [approval] = await tx.approvals.find([approvalId]);
    if (!approval) return fail(approvalFailures.missing(facts));
    const { state } = approval;
    const own = state.kind === "waiting"
      ? state.verdicts.find(({ by }) => by === personOf(scope))
      : undefined;
    const item = own
      ? (await tx.decisions.items(own.decisionId))
        .find((one) => one.approvalId === approvalId)
      : await tx.decisions.latestOf(approvalId);
    return item ? ok([item]) : fail(decisionFailures.not_undoable(facts));
  }
  const { decisionId } = what;
  const facts = { decision_id: decisionId };
  if (!await tx.decisions.find(decisionId)) {
    return fail(decisionFailures.missing(facts));
  }
  const items = (await tx.decisions.items(decisionId))
    .filter((one) => one.undone === null);
  return items.length > 0 ? ok(items) : fail(decisionFailures.undone(facts));
}
