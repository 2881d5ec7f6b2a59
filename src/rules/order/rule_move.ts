import type { RuleId } from "../../kernel/ids.ts";

/** Where one rule is to stand: next to another, which may be moved itself, or at an end. */
export type RuleMove =
  | { readonly rule_id: RuleId; readonly after: RuleId }
  | { readonly rule_id: RuleId; readonly before: RuleId }
  | { readonly rule_id: RuleId; readonly to: "first" | "last" };

/** The rule that the move refers to, and by which member; null for a move to an end. */
export function anchorOf(
  move: RuleMove,
): { readonly id: RuleId; readonly by: "after" | "before" } | null {
  if ("after" in move) return { id: move.after, by: "after" };
  return "before" in move ? { id: move.before, by: "before" } : null;
}
