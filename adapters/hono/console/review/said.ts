import type { ApprovalState } from "../../../../src/approvals/approval.ts";
import type { DecisionId } from "../../../../src/kernel/ids.ts";
import type { Flash } from "../shell/flash.ts";
import { REVIEW } from "./review_path.ts";
import { queryOf, type Walk } from "./walk.ts";

/** What is said of a decision: `TIMBER YARD 4411 is Raw materials.`, and the way to take it back. */
export function decidedFlash(
  { description, state, names, decisionId, walk, withRule = false, more = "" }:
    {
      readonly description: string;
      /** Of the approval, as decided. */
      readonly state: ApprovalState;
      /** Of categories, by id. */
      readonly names: ReadonlyMap<string, string>;
      readonly decisionId: DecisionId | null;
      /** On which way it was decided. */
      readonly walk: Walk;
      /** Whether a rule was made along with it, which stays when the decision is taken back. */
      readonly withRule?: boolean;
      /** What else there is to say. */
      readonly more?: string;
    },
): Flash {
  const text = [saidOf(description, state, names), more].filter(Boolean)
    .join(" ");
  return {
    kind: "done",
    text,
    ...decisionId !== null && { next: undoOf(decisionId, walk, withRule) },
  };
}

/** The button that takes a decision back, and leads to what it was about in the queue that it was decided in. */
export function undoOf(
  decisionId: DecisionId,
  walk: Walk,
  withRule = false,
): NonNullable<Flash["next"]> {
  const query = new URLSearchParams(queryOf(walk));
  if (withRule) query.set("rule", "made");
  return {
    label: "Undo",
    key: "u",
    action: `${REVIEW}/undo${query.size === 0 ? "" : `?${query}`}`,
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
