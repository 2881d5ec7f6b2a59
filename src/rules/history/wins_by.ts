import type { RuleId } from "../../kernel/ids.ts";
import type { Evaluation } from "../evaluate_rules.ts";
import { isDecision, type PlannedField } from "./plan.ts";

/** The fields in which one rule has the last word; of the decision, where it decides. */
export function winsBy(
  { wins }: Evaluation,
  ruleId: RuleId,
): (field: PlannedField) => boolean {
  const decisive = wins.get("review") ?? wins.get("category_id");
  return (field) => {
    const win = isDecision(field) ? decisive : wins.get(field);
    return win?.rule.id === ruleId;
  };
}
