import type { ApprovalState } from "../../../../src/approvals/approval.ts";
import type { DecisionId } from "../../../../src/kernel/ids.ts";
import type { Flash } from "../shell/flash.ts";
import { REVIEW } from "./review_path.ts";

/** What is said of a decision: `TIMBER YARD 4411 is Raw materials.`, and the way to take it back. */
export function decidedFlash(
  { description, state, names, decisionId, more = "" }: {
    readonly description: string;
    /** Of the approval, as decided. */
    readonly state: ApprovalState;
    /** Of categories, by id. */
    readonly names: ReadonlyMap<string, string>;
    readonly decisionId: DecisionId | null;
    /** What else there is to say. */
    readonly more?: string;
  },
): Flash {
  const text = [saidOf(description, state, names), more].filter(Boolean)
    .join(" ");
  return {
    kind: "done",
    text,
    ...decisionId !== null && { next: undoOf(decisionId) },
  };
}

/** The button that takes a decision back. */
export function undoOf(decisionId: DecisionId): NonNullable<Flash["next"]> {
  return {
    label: "Undo",
    key: "u",
    action: `${REVIEW}/undo`,
    name: "decision",
    value: decisionId,
  };
}

function saidOf(
  description: string,
  state: ApprovalState,
  names: ReadonlyMap<string, string>,
): string {
  if (state.kind === "waiting") {
    return `${description}: your word is kept, and a second member is asked.`;
  }
  const category = state.kind === "decided" && state.categoryId !== null
    ? names.get(state.categoryId)
    : undefined;
  return category === undefined
    ? `${description} is not one to sort.`
    : `${description} is ${category}.`;
}
